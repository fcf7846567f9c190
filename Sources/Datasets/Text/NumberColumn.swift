import Support

/// A column of numbers of a table: where they come from and what they may be.
struct NumberColumn {
  /// How a file says that it has no value.
  enum Missing {
    /// It has to have a value.
    case never
    /// An empty field.
    case empty
    /// An empty field or a zero.
    case zero
  }

  /// What the file calls the column.
  let label: String
  let position: Int
  let rule: ValueRule
  let missing: Missing
  /// How numbers are written.
  var number = WrittenNumber()
  /// What stands for a missing value, beside an empty field.
  var marks = MissingMarks()
  /// How the unit of the file becomes that of the program; `nil` if they are the same.
  var conversion: UnitConversion?

  init(label: String, position: Int, rule: ValueRule, missing: Missing) {
    self.label = label
    self.position = position
    self.rule = rule
    self.missing = missing
  }

  /// Where a row has its value.
  func span(inRow row: Int, of table: FieldTable) -> Range<Int> {
    table.rows[row][position].span
  }

  /// How a row spells its value.
  func spelling(inRow row: Int, of table: FieldTable) -> String {
    table.rows[row][position].text
  }

  /// The number in a row; NaN where it is missing, or where it is a mistake that is now told.
  func value(inRow row: Int, of table: FieldTable, _ mistakes: Mistakes) -> Double {
    let field = table.rows[row][position]
    guard let value = written(field, of: table.source, mistakes) else { return .nan }
    if case .zero = missing, value == 0 { return .nan }
    if let demand = rule.demand(unmetBy: value) {
      mistakes.add(
        "'\(label)' must be \(demand), not '\(field.text)'", table.source, field.span,
        help: rule.advice ?? adviceOnZero(value))
      return .nan
    }
    return conversion.map { $0(value) } ?? value
  }

  /// The number that a field spells; `nil` where it has none, or none that can be read.
  private func written(
    _ field: FieldTable.Field, of source: SourceText, _ mistakes: Mistakes
  ) -> Double? {
    let spelled = number.value(of: field)
    guard !marks.contains(field.text), spelled.map(marks.contains) != true else {
      if case .never = missing {
        mistakes.add("'\(label)' has no value in this row", source, field.span)
      }
      return nil
    }
    guard let value = spelled, value.isFinite else {
      mistakes.add(
        "'\(label)' must be a number, not '\(field.text)'", source, field.span, help: advice(field))
      return nil
    }
    return value
  }

  /// Whether a text is one that other programs write in the place of a missing number.
  static func isBlank(_ text: String) -> Bool {
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity", "null", "none", "na", "n/a", "#n/a", "", "..."]
      .contains(String(word))
  }

  /// What to do about a zero where there cannot be one.
  private func adviceOnZero(_ value: Double) -> String? {
    guard value == 0, case .empty = missing else { return nil }
    return
      #"where a zero stands for a missing value, leave the field empty, or say "missing": ["0"]"#
  }

  private func advice(_ field: FieldTable.Field) -> String? {
    if number.value(of: field) != nil { return "it is too large for a double" }
    guard Self.isBlank(field.text) else { return WrittenNumber.advice(for: field.text) }
    if case .never = missing {
      return "a point needs every value; remove the row"
    }
    return "where a value is missing, leave the field empty"
  }
}
