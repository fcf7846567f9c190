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
  ///
  /// A tab is shown as a blank, any other control character as it is spelled.
  package var excerpt: [String] {
    let number = source.line(of: span.lowerBound)
    let line = source.lineRange(number)
    let first = min(span.lowerBound, line.upperBound)
    let last = min(max(span.upperBound, first), line.upperBound)
    // More bytes than these cannot be seen.
    let start = min(first, source.boundary(from: max(line.lowerBound, first - Self.reach)))
    let end = min(line.upperBound, source.boundary(from: first + Self.reach))
    let before = characters(start..<first)
    let marked = characters(first..<min(last, end)).count
    let text = before + characters(first..<end)

    let windowStart = max(0, min(before.count - 40, text.count - 90))
    let windowEnd = min(text.count, windowStart + 90)
    let lead = windowStart > 0 || start > line.lowerBound ? "…" : ""
    let tail = windowEnd < text.count || end < line.upperBound ? "…" : ""
    let shown = text[windowStart..<windowEnd].map { $0 == "\t" ? " " : String($0).spelled() }
    let gutter = "\(number)"
    let blank = String(repeating: " ", count: gutter.count)
    let indent = shown.prefix(max(0, before.count - windowStart)).joined().count + lead.count
    let visible = shown.dropFirst(before.count - windowStart).prefix(marked).joined().count
    let mark = "^" + String(repeating: "~", count: max(1, visible) - 1)
    return [
      " \(gutter) | \(lead)\(shown.joined())\(tail)",
      " \(blank) | \(String(repeating: " ", count: indent))\(mark)",
    ]
  }

  private func characters(_ span: Range<Int>) -> [Character] {
    Array(String(decoding: source.bytes[span], as: UTF8.self))
  }

  /// How many bytes on either side of its start are looked at to show a place.
  private static let reach = 1_000
}
