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

  /// The units of a row of them.
  ///
  /// Brackets round every one are decoration; round some, they have the meaning of the CDS, that of
  /// a logarithm.
  static func row(_ fields: [(text: String, span: Range<Int>)]) -> [DeclaredUnit] {
    func inner(_ text: String) -> String? {
      let isIn = { (open: String, close: String) in text.hasPrefix(open) && text.hasSuffix(close) }
      return isIn("[", "]") || isIn("(", ")") ? String(text.dropFirst().dropLast()) : nil
    }
    let filled = fields.filter { !["", "-", "--", "---"].contains($0.text) }
    let areDecorated = filled.allSatisfy { inner($0.text) != nil }
    return fields.map { field in
      DeclaredUnit((areDecorated ? inner(field.text) : nil) ?? field.text, at: field.span)
    }
  }
}
