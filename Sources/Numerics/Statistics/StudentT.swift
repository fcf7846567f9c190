/// Student's t distribution.
package enum StudentT {
  /// The probability that |t| is at least as large as observed if there is no effect.
  ///
  ///     p = I_x(ν/2, 1/2),  x = ν / (ν + t²)
  ///
  /// One at t = 0, zero at infinity, NaN for a NaN. The relative error grows with the magnitude of
  /// ln p; the largest on 733 points with up to 1e8 degrees of freedom is 6e-14, at p = 2e-228.
  /// Below 2.2e-308 the digits run out, and below 4.9e-324 the result is zero.
  ///
  /// - Parameters:
  ///   - t: The value observed; its sign does not matter.
  ///   - degreesOfFreedom: The number ν, positive and finite, not necessarily whole.
  /// - Returns: The probability in both tails.
  /// - Precondition: The degrees of freedom are positive and finite, or NaN.
  /// - SeeAlso: Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 26.7.1 and 26.5.27.
  package static func twoSidedProbability(t: Double, degreesOfFreedom: Double) -> Double {
    precondition(
      !(degreesOfFreedom <= 0) && degreesOfFreedom != .infinity,
      "degrees of freedom are positive and finite")
    guard !t.isNaN && !degreesOfFreedom.isNaN else { return .nan }
    return twoSidedProbability(
      scaledT: t.magnitude / degreesOfFreedom.squareRoot(), degreesOfFreedom: degreesOfFreedom)
  }

  /// The same for s = |t| / √ν, so that x = 1 / (1 + s²).
  ///
  /// - Parameters:
  ///   - s: Zero or positive, or infinite.
  ///   - degreesOfFreedom: The number ν.
  /// - Returns: The probability in both tails.
  static func twoSidedProbability(scaledT s: Double, degreesOfFreedom: Double) -> Double {
    let a = 0.5 * degreesOfFreedom
    // From 1e8 on, one is less than half a unit of s².
    let isFar = s > 1e8
    let square = isFar ? 1 : s * s
    let logarithm = isFar ? 2 * Elementary.log(s) : Elementary.log1p(square)
    let y = isFar ? 1 : square / (1 + square)
    let x = isFar ? 1 / s / s : 1 / (1 + square)
    let power = Elementary.exp(-a * logarithm) * y.squareRoot()
    // x^a y^b / B(a, b) for b = 1/2.
    let prefactor = power * gammaRatio(a) / 1.772_453_850_905_516
    // Each fraction converges fast on its side of about the mean, (a + 1) / (a + b + 2).
    if x * (a + 2.5) < a + 1 {
      guard prefactor > 0 else { return 0 }
      return prefactor * betaFraction(x, y, a: a, b: 0.5, offset: 0.5 + (a + 0.5) * y)
    }
    return 1 - prefactor * betaFraction(y, x, a: 0.5, b: a, offset: 1.5 - (a + 0.5) * y)
  }

  /// Γ(a + 1/2) / Γ(a), with a relative error of a few units in the last place.
  ///
  ///     ln = ½ ln w − Σ E₂ₙ / (4^(2n + 1) n w²ⁿ),  w = a − 1/4
  ///
  /// This is the difference of the expansions at w + 3/4 and w + 1/4; the even Bernoulli
  /// polynomials cancel and the odd ones are Euler numbers E. Small arguments are moved up by
  /// Γ(a + 1) = a Γ(a).
  ///
  /// - Parameter a: A positive number.
  /// - Returns: The ratio, near √a for large arguments and a √π for small ones.
  /// - SeeAlso: NIST Digital Library of Mathematical Functions, 5.11.8 and 24.4.31.
  static func gammaRatio(_ a: Double) -> Double {
    var (shifted, numerator, denominator) = (a, 1.0, 1.0)
    while shifted < 16 {
      numerator *= shifted
      denominator *= shifted + 0.5
      shifted += 1
    }
    let w = shifted - 0.25
    let z = 1 / (w * w)
    var series = 50_521.0 / 20_971_520
    series = series * z - 1385.0 / 1_048_576
    series = series * z + 61.0 / 49_152
    series = series * z - 5.0 / 2048
    series = series * z + 1.0 / 64
    return w.squareRoot() * Elementary.exp(series * z) * (numerator / denominator)
  }

  /// The continued fraction that is left of the incomplete beta function without its prefactor.
  ///
  ///     I_x(a, b) = x^a y^b / B(a, b) · 1 / (β₁ + α₂ / (β₂ + α₃ / (β₃ + …)))
  ///     αₙ₊₁ = (a + n − 1)(a + b + n − 1) n (b − n) x² / (a + 2n − 1)²
  ///     βₙ₊₁ = n + n (b − n) x / (a + 2n − 1) + (a + n)(λ + 1 + n (1 + y)) / (a + 2n + 1)
  ///
  /// The form with λ = a − (a + b) x keeps its digits where x rounds to one. Evaluated forwards, as
  /// the product of the ratios of successive numerators and denominators (Lentz); it takes about
  /// √max(a, b) terms near the mean.
  ///
  /// - Parameters:
  ///   - x: From zero to about (a + 1) / (a + b + 2).
  ///   - y: One less x, with all its digits.
  ///   - a: The first parameter, positive.
  ///   - b: The second parameter, positive.
  ///   - offset: λ + 1, with all its digits.
  /// - Returns: The value of the fraction.
  /// - SeeAlso: DiDonato & Morris 1992, ACM Transactions on Mathematical Software 18, 360.
  static func betaFraction(
    _ x: Double, _ y: Double, a: Double, b: Double, offset: Double
  ) -> Double {
    var value = a * offset / (a + 1)
    var numerators = value
    var denominators = 0.0
    var n = 0.0
    while n < 1e6 {
      n += 1
      let before = value
      let inner = a + 2 * n - 1
      let common = n * (b - n) * x / inner
      let alpha = (a + n - 1) * (a + b + n - 1) / inner * x * common
      let beta = n + common + (a + n) * (offset + n * (1 + y)) / (a + 2 * n + 1)
      numerators = nonZero(beta + alpha / numerators)
      denominators = 1 / nonZero(beta + alpha * denominators)
      value *= numerators * denominators
      if (value - before).magnitude <= 0.5 * value.ulp { break }
    }
    return 1 / value
  }

  /// The number itself, or a tiny one instead of zero.
  private static func nonZero(_ x: Double) -> Double {
    x == 0 ? 1e-300 : x
  }
}
