import Support

/// A data file whose bytes are known to be text in lines.
///
/// Lines end with LF or CRLF, each as it likes; a byte order mark is passed over. Refused are an
/// empty file, a file of another kind, a NUL, a CR that does not end a line, too many lines, and
/// bytes that are not UTF-8, except in comments.
struct DataText {
  let source: SourceText

  /// How many lines a file may have.
  private static let most = 1_000_000

  /// Checks the bytes of a source.
  ///
  /// - Returns: `nil` if they are not text; the mistakes then have the reason.
  init?(_ source: SourceText, _ mistakes: Mistakes) {
    if source.lineCount > Self.most {
      mistakes.add(
        "the file has more than \(Self.most.grouped) lines", source,
        source.lineRange(Self.most + 1), help: "split it into several datasets")
      return nil
    }
    guard let flaw = Self.flaw(in: source) else {
      self.source = source
      return
    }
    mistakes.add(flaw.message, source, flaw.span, help: flaw.help)
    return nil
  }

  /// The bytes of a line, counted from 1, without its line end.
  func span(ofLine number: Int) -> Range<Int> {
    let line = source.lineRange(number)
    guard number == 1, source.bytes.starts(with: Self.byteOrderMark) else { return line }
    return max(line.lowerBound, Self.byteOrderMark.count)..<line.upperBound
  }

  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// The numbers of the lines.
  var lines: Range<Int> {
    1..<source.lineCount + 1
  }

  /// The bytes of a stretch without the blanks at both ends.
  func trimmed(_ span: Range<Int>) -> Range<Int> {
    var (start, end) = (span.lowerBound, span.upperBound)
    while start < end, source.bytes[start].isBlank { start += 1 }
    while end > start, source.bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The stretches between blanks.
  func words(_ span: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var offset = span.lowerBound
    while offset < span.upperBound {
      if source.bytes[offset].isBlank {
        offset += 1
        continue
      }
      let start = offset
      while offset < span.upperBound, !source.bytes[offset].isBlank { offset += 1 }
      words.append(start..<offset)
    }
    return words
  }

  func text(_ span: Range<Int>) -> String {
    String(decoding: source.bytes[span], as: UTF8.self)
  }

  private typealias Flaw = (message: String, span: Range<Int>, help: String)

  private static func flaw(in source: SourceText) -> Flaw? {
    let bytes = source.bytes
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    if bytes[start...].allSatisfy({ $0.isBlank || $0.isLineEnd }) {
      return ("the file is empty", 0..<0, "it may not be wholly downloaded or saved")
    }
    if let kind = ForeignFile.kind(of: bytes) {
      return ("this is \(kind.name)", 0..<0, kind.help)
    }
    if let offset = bytes.firstIndex(of: 0) ?? firstUnreadable(in: source) {
      return (
        "the file is not text", offset..<offset + 1,
        "a data file is plain text in UTF-8; unpack an archive, export a spreadsheet as CSV"
      )
    }
    let lone = bytes.indices.first { offset in
      bytes[offset] == UInt8(ascii: "\r")
        && (offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n"))
    }
    return lone.map {
      (
        "a carriage return that does not end a line", $0..<$0 + 1,
        "save the file with line ends LF or CRLF"
      )
    }
  }

  /// The first byte that is not UTF-8 and does not stand in a comment, where texts of other
  /// encodings (`°`, `±`, `é`) do no harm.
  private static func firstUnreadable(in source: SourceText) -> Int? {
    guard firstInvalidUTF8(in: source.bytes) != nil else { return nil }
    for line in 1..<source.lineCount + 1 {
      let span = source.lineRange(line)
      let first = source.bytes[span].first { !$0.isBlank }
      if let first, "#%!".utf8.contains(first) { continue }
      if let offset = firstInvalidUTF8(in: Array(source.bytes[span])) {
        return span.lowerBound + offset
      }
    }
    return nil
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
