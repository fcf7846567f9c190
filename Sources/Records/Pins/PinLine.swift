import Support

/// A line of a pin, put together from the pieces that it was written in.
struct PinLine {
  /// The line without its end.
  private let bytes: [UInt8]
  /// Where each byte stands in the source.
  private let offsets: [Int]
  private let source: SourceText

  /// The lines of a source, from its second one on; blank ones are left out.
  static func all(in source: SourceText) -> [PinLine] {
    var lines: [(bytes: [UInt8], offsets: [Int])] = []
    for number in 1...max(1, source.lineCount) where number > 1 {
      let range = source.lineRange(number)
      let rest = PinFormat.continuation.utf8
      if source.bytes[range].starts(with: rest), let last = lines.indices.last {
        lines[last].bytes += source.bytes[range.dropFirst(rest.count)]
        lines[last].offsets += range.dropFirst(rest.count)
      } else {
        lines.append((Array(source.bytes[range]), Array(range)))
      }
    }
    return lines.filter { !$0.bytes.allSatisfy(\.isBlank) }.map {
      PinLine(bytes: $0.bytes, offsets: $0.offsets, source: source)
    }
  }

  /// Whether it is the line of a column, which is indented.
  var isIndented: Bool { bytes.first?.isBlank == true }

  /// The place of the whole line.
  var place: Place { place(of: 0..<bytes.count) }

  /// The place behind the last byte.
  var end: Place { place(of: bytes.count..<bytes.count) }

  /// The stretch of the source that some bytes are in.
  func place(of span: Range<Int>) -> Place {
    let start = span.lowerBound < offsets.count ? offsets[span.lowerBound] : behind
    return Place(source, start..<(span.isEmpty ? start : offsets[span.upperBound - 1] + 1))
  }

  private var behind: Int { offsets.last.map { $0 + 1 } ?? source.bytes.count }

  /// The next word from a position on, and where it stands; `nil` if there is none.
  ///
  /// The text of a word in quotes is `nil` if they are not closed, or hold no JSON text.
  func word(from start: Int) -> (text: String?, span: Range<Int>)? {
    guard let first = bytes[start...].firstIndex(where: { !$0.isBlank }) else { return nil }
    guard bytes[first] == UInt8(ascii: "\"") else {
      let end = bytes[first...].firstIndex(where: \.isBlank) ?? bytes.count
      return (String(decoding: bytes[first..<end], as: UTF8.self), first..<end)
    }
    var end = first + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    let span = first..<min(end + 1, bytes.count)
    return (JSONParser.value(of: Array(bytes[span]))?.string, span)
  }

  /// What stands from a position to the end of the line.
  func rest(from start: Int) -> (bytes: [UInt8], span: Range<Int>) {
    let first = bytes[start...].firstIndex { !$0.isBlank } ?? bytes.count
    return (Array(bytes[first...]), first..<bytes.count)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") }
}
