/// The standard normal distribution, with its digits far out in the tails.
package enum NormalDistribution {
  /// √2.
  private static let root = 1.414_213_562_373_095_1

  /// The probability of a value up to x.
  ///
  ///     Φ(x) = ½ erfc(−x / √2)
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The probability; its relative error is below 3e-15 down to the smallest numbers.
  /// - SeeAlso: NIST Digital Library of Mathematical Functions, 7.2.2.
  package static func cumulative(_ x: Double) -> Double {
    let upper = 0.5 * density(x) * scaledTail(x.magnitude / root)
    return x > 0 ? 1 - upper : upper
  }

  /// The natural logarithm of the probability of a value between two numbers.
  ///
  ///     ln (Φ(b) − Φ(a))
  ///
  /// It keeps its digits where both numbers lie far out on one side, and where they are close to
  /// each other.
  ///
  /// - Parameters:
  ///   - lower: The smaller number, −∞ for none.
  ///   - upper: The larger number, ∞ for none.
  /// - Returns: The logarithm, with an absolute error below 1e-12; −∞ where the two are the same,
  ///   NaN where one is no number or they are reversed.
  package static func logProbability(from lower: Double, through upper: Double) -> Double {
    guard lower < upper else { return lower == upper ? -.infinity : .nan }
    if lower < 0 {
      guard upper > 0 else { return logProbability(from: -upper, through: -lower) }
      return Elementary.log1p(-(cumulative(lower) + cumulative(-upper)))
    }
    let width = upper - lower
    let middle = lower + 0.5 * width
    if width * (1 + middle) < 1e-3 {
      // The density in the middle times the width, and the curvature of the density.
      let curvature = (middle * middle - 1) * (width * width) / 24
      return Elementary.log1p(curvature) + Elementary.log(width) - 0.5 * middle * middle
        - 0.918_938_533_204_672_8
    }
    let fall = Elementary.exp(-width * middle)
    let tails = scaledTail(lower / root) - fall * scaledTail(upper / root)
    return Elementary.log(0.5 * tails) - 0.5 * lower * lower
  }

  /// exp(−x²/2), with its digits for large x too.
  private static func density(_ x: Double) -> Double {
    // Beyond, nothing is left, and the square may not be a number of its own.
    let near = x.magnitude > 50 ? 50 : x.magnitude
    let square = DoubleDouble(product: near, near)
    let value = Elementary.exp(-0.5 * square.head, tail: -0.5 * square.tail)
    return x.isNaN ? .nan : value
  }

  /// The complementary error function times the exponential that it falls with.
  ///
  ///     e^(x²) erfc(x) = e^(x²) − 2x/√π (1 + 2x²/3 (1 + 2x²/5 (1 + …)))
  ///                    = 1 / √π (x + ½/(x + 1/(x + 3/2/(x + …))))
  ///
  /// The first for small arguments; the continued fraction converges the faster the larger they
  /// are.
  ///
  /// - Parameter x: Zero or positive; infinity gives zero.
  /// - Returns: The function, from one at zero on falling.
  /// - SeeAlso: NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.1.
  static func scaledTail(_ x: Double) -> Double {
    let rootOfPi = 1.772_453_850_905_516
    guard x < .infinity else { return x.isNaN ? .nan : 0 }
    if x < 1 {
      var (term, sum, divisor) = (x, x, 1.0)
      while term > 1e-17 * sum {
        divisor += 2
        term *= 2 * x * x / divisor
        sum += term
      }
      return Elementary.exp(x * x) - 2 / rootOfPi * sum
    }
    var fraction = x
    var half = 0.5 * (24 + 200 / (x * x)).rounded(.up)
    while half > 0 {
      fraction = x + half / fraction
      half -= 0.5
    }
    return 1 / (rootOfPi * fraction)
  }
}
