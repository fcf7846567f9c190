/// One column as the header of a machine-readable table declares it.
package struct MRTColumn: Equatable, Sendable {
  /// The bytes of a row that hold the column, counted from 0.
  package let bytes: Range<Int>
  /// The Fortran format, such as `A11` or `F6.2`.
  package let format: String
  /// The unit; empty where the header has `---`.
  package let unit: String
  /// What the header says of the unit; `nil` where it has `---`.
  var declaredUnit: DeclaredUnit? { unit.isEmpty ? nil : DeclaredUnit(unit, at: unitPlace) }
  /// Where the header has the unit.
  let unitPlace: Range<Int>
  package let label: String
  package let explanation: String
  /// Whether the format is one of text.
  package let isText: Bool
  /// How many characters the format has room for.
  package let width: Int
  /// The value that stands for a missing one, declared by `?=` before the explanation.
  package let missingMark: String?

  init(
    bytes: Range<Int>, format: String, unit: String, at unitPlace: Range<Int>, label: String,
    explanation: String
  ) {
    self.unitPlace = unitPlace
    self.bytes = bytes
    self.format = format
    self.unit = unit
    self.label = label
    self.explanation = explanation
    isText = format.first == "A"
    width = Int(format.dropFirst().prefix { $0.isNumber }) ?? bytes.count
    missingMark = Self.missingMark(in: explanation)
  }

  /// The mark in an explanation that starts like `?=-9.99` or `[0/20]?=-9.99`.
  private static func missingMark(in explanation: String) -> String? {
    guard let word = explanation.split(separator: " ").first,
      let question = word.firstIndex(of: "?")
    else { return nil }
    let rest = word[word.index(after: question)...]
    return rest.hasPrefix("=") && rest.count > 1 ? String(rest.dropFirst()) : nil
  }

  /// Whether a field fits the declared format.
  func accepts(_ field: FieldTable.Field) -> Bool {
    isText || field.text.isEmpty || field.decimal != nil
  }
}
