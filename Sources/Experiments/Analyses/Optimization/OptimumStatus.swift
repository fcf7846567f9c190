/// What an optimum turned out to be.
enum OptimumStatus: String, CaseIterable {
  /// It lies between the ends of the range.
  case interior
  /// It lies at an end of the range.
  case atBound = "at_bound"
  /// The objective is positive everywhere and reaches no zero.
  case noZero = "no_zero"
  /// The objective reaches zero at more than one place; the lowest is given.
  case severalZeros = "several_zeros"

  /// An objective up to this size counts as zero.
  static let zero = 1e-12
}
