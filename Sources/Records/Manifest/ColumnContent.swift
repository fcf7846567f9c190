/// What the values of a column are: their digest and their statistics.
package struct ColumnContent: Equatable, Sendable {
  /// The SHA-256 of the values, 64 hexadecimal digits.
  package let sha256: String
  /// How many values are missing.
  package let missing: Int
  /// How many different words there are; `nil` for numbers.
  package let distinct: Int?
  /// Statistics of the finite numbers; `nil` for words, and where there is no such number.
  package let min: Double?
  package let max: Double?
  package let mean: Double?
  package let std: Double?

  init(
    sha256: String, missing: Int, distinct: Int?, min: Double?, max: Double?, mean: Double?,
    std: Double?
  ) {
    (self.sha256, self.missing, self.distinct) = (sha256, missing, distinct)
    (self.min, self.max, self.mean, self.std) = (min, max, mean, std)
  }
}
