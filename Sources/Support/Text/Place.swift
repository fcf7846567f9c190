/// A stretch of bytes of a source.
package struct Place: Hashable, Sendable {
  package let source: SourceText
  package let span: Range<Int>

  package init(_ source: SourceText, _ span: Range<Int>) {
    self.source = source
    self.span = span
  }

  /// The place of what nobody wrote.
  package static let nowhere = Place(SourceText(name: "", text: ""), 0..<0)

  package static func == (left: Self, right: Self) -> Bool {
    left.source === right.source && left.span == right.span
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(source))
    hasher.combine(span)
  }

  /// Line and column of the first byte.
  package var location: SourceText.Location {
    source.location(of: span.lowerBound)
  }

  /// The line with a mark under the stretch; a long line is cut around it.
  package var excerpt: [String] {
    let start = location
    let text = Array(source.line(start.line))
    let first = min(start.column - 1, text.count)
    let end = source.location(of: min(span.upperBound, source.lineRange(start.line).upperBound))
    let length = max(1, end.line == start.line ? end.column - start.column : 1)

    let windowStart = max(0, min(first - 40, text.count - 90))
    let windowEnd = min(text.count, windowStart + 90)
    let shown = text[windowStart..<windowEnd].map { $0.isASCIIControl ? " " : String($0) }
    let lead = windowStart > 0 ? "…" : ""
    let tail = windowEnd < text.count ? "…" : ""
    let gutter = "\(start.line)"
    let blank = String(repeating: " ", count: gutter.count)
    let indent = String(repeating: " ", count: lead.count + max(0, first - windowStart))
    let visible = max(1, min(length, windowEnd - first))
    let mark = "^" + String(repeating: "~", count: visible - 1)
    return [
      " \(gutter) | \(lead)\(shown.joined())\(tail)",
      " \(blank) | \(indent)\(mark)",
    ]
  }
}

extension Character {
  fileprivate var isASCIIControl: Bool {
    guard let value = asciiValue else { return false }
    return value < 0x20 || value == 0x7f
  }
}
