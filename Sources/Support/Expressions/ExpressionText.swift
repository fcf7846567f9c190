/// The bytes of a text with a grammar of its own, such as an expression, and where they stand in a
/// source.
package struct ExpressionText {
  package let bytes: [UInt8]
  /// The whole of it; in a JSON file with its quotes.
  package let place: Place
  /// The offset in the source of the first byte; `nil` where escape sequences move the rest.
  private let origin: Int?

  /// The text of a JSON string that stands at `place`.
  package init(_ text: String, in place: Place) {
    bytes = Array(text.utf8)
    self.place = place
    let inner = place.span.dropFirst().dropLast()
    let isLiteral =
      place.span.upperBound <= place.source.bytes.count
      && place.source.bytes[inner].elementsEqual(bytes)
    origin = isLiteral ? inner.startIndex : nil
  }

  init(_ source: SourceText) {
    bytes = source.bytes
    place = Place(source, 0..<source.bytes.count)
    origin = 0
  }

  /// The place of a stretch of the expression.
  package func place(of span: Range<Int>) -> Place {
    guard let origin else { return place }
    return Place(place.source, origin + span.lowerBound..<origin + span.upperBound)
  }

  package subscript(span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }
}
