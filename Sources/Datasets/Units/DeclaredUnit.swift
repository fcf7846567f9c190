/// What a file says of the unit of a column.
package struct DeclaredUnit {
  /// As the file writes it.
  package let text: String
  /// What it means; `nil` if it is not known.
  let unit: MeasureUnit?
  /// Where the file has it.
  let span: Range<Int>

  init(_ text: String, at span: Range<Int>) {
    self.text = text
    self.span = span
    unit = UnitParser.unit(text)
  }

  /// Whether a name of a unit stands in it, and not numbers alone.
  var isNamed: Bool { text.contains { $0.isLetter || "°'\"′″☉⊙".contains($0) } }
}
