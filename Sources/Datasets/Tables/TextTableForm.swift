/// What a spec says of how a text table is written; what it leaves out is seen.
package struct TextTableForm: Equatable, Sendable {
  package var separator: TextSeparator?
  /// Whether a comma stands before the decimals.
  package var hasDecimalComma: Bool
  /// What stands for a missing value, beside an empty field.
  package var missing: [String]

  package init(
    separator: TextSeparator? = nil, hasDecimalComma: Bool = false, missing: [String] = []
  ) {
    self.separator = separator
    self.hasDecimalComma = hasDecimalComma
    self.missing = missing
  }
}
