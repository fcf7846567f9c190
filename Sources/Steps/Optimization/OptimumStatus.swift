/// What an optimum turned out to be.
enum OptimumStatus: String, CaseIterable {
  /// It lies between the ends of the range.
  case interior
  /// It lies at an end of the range.
  case atBound = "at_bound"
  /// It lies on a jump, beyond which other galaxies or points take part.
  case atJump = "at_jump"
  /// The objective is positive everywhere and reaches no zero.
  case noZero = "no_zero"
  /// The objective reaches zero at more than one place; the lowest is given.
  case severalZeros = "several_zeros"

  /// There is no value anywhere in the range.
  case noValue = "no_value"

  /// The size up to which an objective counts as zero.
  ///
  /// - Parameter reference: The objective in the first cell of the grid.
  /// - Returns: A millionth of it, and at least 1e-12.
  static func zero(beside reference: Double) -> Double {
    max(1e-12, 1e-6 * reference.magnitude)
  }
}
