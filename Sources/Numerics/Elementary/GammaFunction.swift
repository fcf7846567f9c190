/// The logarithm of the gamma function and its derivative.
///
/// Both use the expansion for large arguments from 10 on; smaller ones are moved up by
/// Γ(z + 1) = z Γ(z).
///
/// Public for the reason that ``Elementary`` tells.
///
/// - SeeAlso: NIST Digital Library of Mathematical Functions, sections 5.5 and 5.11.
public enum GammaFunction {
  /// The Bernoulli numbers B₂ₙ over 2n, from n = 1; the next would add less than 1e-17.
  @usableFromInline
  static let bernoulli: [Double] = [
    1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32_760, 1.0 / 12,
    -3617.0 / 8160,
  ]

  /// The natural logarithm of the gamma function.
  ///
  ///     ln Γ(z) = (z − ½) ln z − z + ½ ln 2π + Σ B₂ₙ / (2n (2n − 1) z²ⁿ⁻¹)
  ///
  /// - Parameter z: A positive number, or eight.
  /// - Returns: The logarithm; its absolute error is about that of rounding z ln z.
  @inlinable
  public static func logarithm<Value: LaneValue>(_ z: Value) -> Value {
    var product = Value(1)
    let shifted = shifted(z) { place, isSmall in
      product *= Value(1).replacing(with: place, where: isSmall)
    }
    let square = 1 / (shifted * shifted)
    var series = Value(0)
    for n in stride(from: bernoulli.count, through: 1, by: -1) {
      series = series * square + bernoulli[n - 1] / Double(2 * n - 1)
    }
    let large = (shifted - 0.5) * Elementary.log(shifted) - shifted
    let halfLogOfTwoPi = 0.918_938_533_204_672_8
    return large + (halfLogOfTwoPi + series / shifted - Elementary.log(product))
  }

  /// The derivative of the logarithm of the gamma function.
  ///
  ///     ψ(z) = ln z − 1/(2z) − Σ B₂ₙ / (2n z²ⁿ)
  ///
  /// - Parameter z: A positive number, or eight.
  /// - Returns: The digamma function; its absolute error is below 1e-14 from z = ½ on.
  @inlinable
  public static func digamma<Value: LaneValue>(_ z: Value) -> Value {
    var sum = Value(0)
    let shifted = shifted(z) { place, isSmall in
      sum += Value(0).replacing(with: 1 / place, where: isSmall)
    }
    let square = 1 / (shifted * shifted)
    var series = Value(0)
    for n in stride(from: bernoulli.count, through: 1, by: -1) {
      series = (series + bernoulli[n - 1]) * square
    }
    return Elementary.log(shifted) - (0.5 / shifted + series + sum)
  }

  /// The second derivative of the logarithm of the gamma function.
  ///
  ///     ψ′(z) = 1/z + 1/(2z²) + Σ B₂ₙ / z²ⁿ⁺¹
  ///
  /// - Parameter z: A positive number, or eight.
  /// - Returns: The trigamma function; its relative error is below 1e-14 from z = ½ on.
  @inlinable
  public static func trigamma<Value: LaneValue>(_ z: Value) -> Value {
    var sum = Value(0)
    let shifted = shifted(z) { place, isSmall in
      sum += Value(0).replacing(with: 1 / (place * place), where: isSmall)
    }
    let square = 1 / (shifted * shifted)
    var series = Value(0)
    for n in stride(from: bernoulli.count, through: 1, by: -1) {
      series = (series + Double(2 * n) * bernoulli[n - 1]) * square
    }
    return (1 + (0.5 / shifted + series)) / shifted + sum
  }

  /// A number moved up by ones to where the expansions hold.
  ///
  /// - Parameters:
  ///   - z: The number, or eight.
  ///   - body: Receives every place below, and which of them are.
  /// - Returns: The first place from 10 on.
  @inlinable @inline(__always)
  static func shifted<Value: LaneValue>(
    _ z: Value, _ body: (Value, Value.Mask) -> Void
  ) -> Value {
    var place = z
    while true {
      let isSmall = place .< 10
      guard isSmall.isAnywhere else { return place }
      body(place, isSmall)
      place = place.replacing(with: place + 1, where: isSmall)
    }
  }
}
