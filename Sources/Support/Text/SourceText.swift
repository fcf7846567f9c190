import Synchronization

/// The bytes of one input with its name, and the table that turns an offset into a place.
///
/// A source is a reference, so that every node read from it can point back to it at no cost.
package final class SourceText: Sendable {
  /// A line and a column, both from 1; the column counts characters.
  package struct Location: Equatable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  /// What to call the source in a message: the path as the user typed it, or `--set`.
  package let name: String
  package let bytes: [UInt8]
  /// The offset of the first byte of each line.
  private let lineStarts: [Int]
  /// The byte of the place that was asked for last, and how many characters of its line stand
  /// before it.
  private let latest = Mutex((offset: 0, column: 0))

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.lineStarts = starts
  }

  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The place of a byte offset; an offset past the end is the place after the last byte.
  ///
  /// Places that are asked for in their order take one pass over a line, however long it is.
  package func location(of offset: Int) -> Location {
    let line = lineIndex(of: offset)
    let end = min(max(offset, lineStarts[line]), bytes.count)
    return Location(line: line + 1, column: characters(from: lineStarts[line], before: end) + 1)
  }

  /// The line of a byte offset, counted from 1.
  package func line(of offset: Int) -> Int { lineIndex(of: offset) + 1 }

  private func characters(from start: Int, before end: Int) -> Int {
    latest.withLock { latest in
      if !(start...end).contains(latest.offset) { latest = (start, 0) }
      let rest = String(decoding: bytes[latest.offset..<end], as: UTF8.self)
      let column = latest.column + rest.count
      // Only from the start of a character on can others be counted.
      if end < bytes.count, (0x20..<0x7f).contains(bytes[end]) { latest = (end, column) }
      return column
    }
  }

  /// The first offset from this one on that is not within a character of several bytes.
  func boundary(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xc0 == 0x80 { offset += 1 }
    return offset
  }

  /// The text of one line, counted from 1, without its line end.
  package func line(_ number: Int) -> String {
    String(decoding: bytes[lineRange(number)], as: UTF8.self)
  }

  /// The offsets of one line, counted from 1, without its line end.
  package func lineRange(_ number: Int) -> Range<Int> {
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// How many lines there are; a final line end does not start another one.
  package var lineCount: Int {
    lineStarts.count - (lineStarts.last == bytes.count ? 1 : 0)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
