import Support

/// A column of numbers in a file: where it stands and what it may hold.
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

  /// The number in a row; NaN where it is missing, or where it is a mistake that is now told.
  func value(in row: [FieldTable.Field], of source: SourceText, _ mistakes: Mistakes) -> Double {
    let field = row[position]
    guard !field.text.isEmpty else {
      if case .never = missing {
        mistakes.add("'\(label)' has no value in this row", source, field.span)
      }
      return .nan
    }
    guard let value = DecimalNumber.value(of: field.text), value.isFinite else {
      mistakes.add(
        "'\(label)' must be a number, not '\(field.text)'", source, field.span, help: advice(field))
      return .nan
    }
    if case .zero = missing, value == 0 { return .nan }
    if let demand = rule.demand(unmetBy: value) {
      mistakes.add("'\(label)' must be \(demand), not '\(field.text)'", source, field.span)
      return .nan
    }
    return value
  }

  private func advice(_ field: FieldTable.Field) -> String? {
    let word = field.text.lowercased().drop { $0 == "-" || $0 == "+" }
    if DecimalNumber.value(of: field.text) != nil { return "it is too large for a double" }
    if field.text.contains(",") { return "a decimal point is a point" }
    guard ["nan", "inf", "infinity", "null", "none", "na", "n/a", "", "..."].contains(word) else {
      return nil
    }
    if case .never = missing { return "a point needs every value; remove the row" }
    return "where a value is missing, leave the field empty"
  }
}
