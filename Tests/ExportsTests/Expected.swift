import Tables

/// What has to come back of a value.
enum Expected {
  /// A value as text; `nil` where it is missing.
  static func value(
    _ table: Table, _ row: Int, _ column: Int, yes: String, no: String
  ) -> String? {
    let value = table.values[column][row]
    guard value.isFinite else { return nil }
    if table.schema.columns[column].kind == .flag { return value == 0 ? no : yes }
    return table.text(row: row, column: column)
  }

  /// A word as formats have it that hold printable ASCII only.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let trimmed = text.split(separator: " ", omittingEmptySubsequences: true).isEmpty
    let lead = scalars.prefix { $0 == " " }.count
    let tail = scalars.reversed().prefix { $0 == " " }.count
    return scalars.enumerated().map { index, scalar in
      let isInside = index >= lead && index < scalars.count - tail && !trimmed
      if 0x21...0x7e ~= scalar.value || (scalar == " " && isInside) { return "\(scalar)" }
      let digits = String(scalar.value, radix: 16)
      let wide = scalar.value > 0xffff
      let zeros = String(repeating: "0", count: (wide ? 8 : 4) - digits.count)
      return "\\\(wide ? "U" : "u")\(zeros)\(digits)"
    }.joined()
  }
}
