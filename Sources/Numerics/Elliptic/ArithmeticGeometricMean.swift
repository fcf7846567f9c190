/// The arithmetic-geometric means of some pairs of positive numbers, one pair in each lane.
///
///     a₀ = a, b₀ = b;  aₙ = (aₙ₋₁ + bₙ₋₁)/2,  bₙ = √(aₙ₋₁ bₙ₋₁),  cₙ = (aₙ₋₁ − bₙ₋₁)/2
///
/// Both sequences tend to the mean, and the digits that agree double with every round. The number
/// of rounds is the caller's, not found on the way, so that there is no branch between vector
/// instructions: the table tells how many give ten digits, by the ratio b/a of the smaller number
/// to the larger; one more gives all digits of a double, and a round too many does no harm.
///
/// | b/a at least | 0.1 | 1e-2 | 2e-5 | 1e-10 | 1e-22 | 1e-45 | 1e-90 | 1e-162 |
/// | --- | --- | --- | --- | --- | --- | --- | --- | --- |
/// | rounds | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 |
///
/// Public, like ``Elementary``, so that it inlines into the loops of other modules.
///
/// - SeeAlso: NIST Digital Library of Mathematical Functions, section 19.8.
public struct ArithmeticGeometricMean<Lanes: SIMD> where Lanes.Scalar == Double {
  /// The common limits of aₙ and bₙ.
  public let mean: Lanes

  /// The weighted squares of the half differences: Σ 2ⁿ⁻¹ cₙ² from n = 1 on.
  public let weightedSquares: Lanes

  /// The means of pairs of positive numbers.
  ///
  /// - Parameters:
  ///   - a: The larger numbers.
  ///   - b: The smaller numbers; zero gives a mean that falls with every round and has no limit.
  ///   - rounds: How often to take both means.
  @inlinable @inline(__always)
  public init(of a: Lanes, and b: Lanes, rounds: Int) {
    var (a, b) = (a, b)
    var (sum, weight) = (Lanes(repeating: 0), 1.0)
    for _ in 0..<rounds {
      let c = 0.5 * (a - b)
      sum += weight * (c * c)
      (a, b) = (0.5 * (a + b), (a * b).squareRoot())
      weight *= 2
    }
    mean = a
    weightedSquares = sum
  }
}
