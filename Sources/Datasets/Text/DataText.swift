import Support

/// A data file whose bytes are known to be text in lines.
///
/// Line ends are LF or CRLF, the same throughout. Refused are an empty file, a byte order mark,
/// anything that is not UTF-8, a NUL, mixed line ends, a CR that does not end a line, and lines
/// without end.
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
    guard let flaw = Self.flaw(in: source.bytes) else {
      self.source = source
      return
    }
    mistakes.add(flaw.message, source, flaw.span, help: flaw.help)
    return nil
  }

  /// The bytes of a line, counted from 1, without its line end.
  func span(ofLine number: Int) -> Range<Int> {
    source.lineRange(number)
  }

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

  private static func flaw(in bytes: [UInt8]) -> Flaw? {
    if bytes.allSatisfy({ $0.isBlank || $0.isLineEnd }) {
      return ("the file is empty", 0..<0, "it may not be wholly downloaded or saved")
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      return (
        "the file starts with a byte order mark", 0..<3,
        "save it as UTF-8 without a byte order mark"
      )
    }
    if let offset = bytes.firstIndex(of: 0) ?? firstInvalidUTF8(in: bytes) {
      return (
        "the file is not text", offset..<offset + 1,
        "a data file is plain text in UTF-8; unpack an archive, export a spreadsheet as CSV"
      )
    }
    return lineEndFlaw(in: bytes)
  }

  private static func lineEndFlaw(in bytes: [UInt8]) -> Flaw? {
    var first: (isCRLF: Bool, line: Int)?
    var line = 1
    for (offset, byte) in bytes.enumerated() where byte.isLineEnd {
      if byte == UInt8(ascii: "\r") {
        if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\n") { continue }
        return (
          "a carriage return that does not end a line", offset..<offset + 1,
          "save the file with line ends LF or CRLF"
        )
      }
      let isCRLF = offset > 0 && bytes[offset - 1] == UInt8(ascii: "\r")
      if let first, first.isCRLF != isCRLF {
        let (here, there) = isCRLF ? ("CRLF", "LF") : ("LF", "CRLF")
        return (
          "this line ends in \(here), the lines before it in \(there)",
          (isCRLF ? offset - 1 : offset)..<offset + 1,
          "save the file with the same line end throughout"
        )
      }
      first = first ?? (isCRLF, line)
      line += 1
    }
    return nil
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
