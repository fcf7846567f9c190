/// The beta distribution, of probabilities.
package enum BetaDistribution {
  /// The probability of a value up to x.
  ///
  ///     I_x(a, b) = x^a (1 − x)^b / B(a, b) · 1 / (β₁ + α₂ / (β₂ + …))
  ///
  /// - Parameters:
  ///   - x: From zero to one.
  ///   - a: The first parameter, positive.
  ///   - b: The second parameter, positive.
  /// - Returns: The probability; its relative error grows with the magnitude of its logarithm.
  /// - SeeAlso: NIST Digital Library of Mathematical Functions, 8.17.
  package static func cumulative(_ x: Double, a: Double, b: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 0 }
    guard x < 1 else { return 1 }
    let logBeta =
      GammaFunction.logarithm(a) + GammaFunction.logarithm(b) - GammaFunction.logarithm(a + b)
    let y = 1 - x
    let power = Elementary.exp(a * Elementary.log(x) + b * Elementary.log1p(-x) - logBeta)
    if x * (a + b + 2) < a + 1 {
      return power * StudentT.betaFraction(x, y, a: a, b: b, offset: a - (a + b) * x + 1)
    }
    return 1 - power * StudentT.betaFraction(y, x, a: b, b: a, offset: b - (a + b) * y + 1)
  }

  /// The value below which a probability lies.
  ///
  /// - Parameters:
  ///   - p: The probability, between zero and one.
  ///   - a: The first parameter, positive.
  ///   - b: The second parameter, positive.
  /// - Returns: The value, by halving to 1e-15 of the range.
  package static func quantile(_ p: Double, a: Double, b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<52 {
      let middle = 0.5 * (low + high)
      if cumulative(middle, a: a, b: b) < p { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
