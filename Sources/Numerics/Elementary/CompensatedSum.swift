/// A running sum that carries the rounding error of every addition along.
///
/// The same terms in the same order give the same bits on every processor. Public, like
/// ``Elementary``, so that it inlines into the loops of other modules.
///
/// - SeeAlso: Neumaier 1974, ZAMM 54, 39.
public struct CompensatedSum: Sendable {
  /// The sum as it would be without care.
  @usableFromInline var sum = 0.0

  /// The rounding errors so far.
  @usableFromInline var compensation = 0.0

  /// A sum of nothing.
  @inlinable
  public init() {}

  /// Adds one term.
  ///
  /// - Parameter term: Any number; infinities and NaN pass through as in a plain sum.
  @inlinable
  public mutating func add(_ term: Double) {
    let next = sum + term
    if sum.magnitude >= term.magnitude {
      compensation += (sum - next) + term
    } else {
      compensation += (term - next) + sum
    }
    sum = next
  }

  /// The sum of the terms so far.
  @inlinable
  public var value: Double {
    sum.isFinite ? sum + compensation : sum
  }
}
