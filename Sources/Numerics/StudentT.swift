/// Student's t distribution.
package enum StudentT {
  /// The probability that |t| is at least as large as observed if there is no effect.
  ///
  ///     p = I_x(ν/2, 1/2),  x = ν / (ν + t²)
  ///
  /// One at t = 0, zero at infinity. The relative error is below 1e-12 as long as p is a normal
  /// number, about 3e-16 times the magnitude of ln p; below 2.2e-308 the digits run out, and below
  /// 4.9e-324 the result is zero. NaN for a NaN.
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
    let rootPi = 1.772_453_850_905_516
    let ratio = gammaRatio(a) / rootPi
    // Each fraction converges fast on its side of about the mean, (a + 1) / (a + b + 2).
    if x * (a + 2.5) < a + 1 {
      return power == 0 ? 0 : power * ratio / a * betaFraction(x, a: a, b: 0.5)
    }
    return 1 - 2 * power * ratio * betaFraction(y, a: 0.5, b: a)
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
  ///     I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · 1 / (1 + d₁ / (1 + d₂ / (1 + …)))
  ///     d₂ₘ = m (b − m) x / ((a + 2m − 1)(a + 2m))
  ///     d₂ₘ₊₁ = −(a + m)(a + b + m) x / ((a + 2m)(a + 2m + 1))
  ///
  /// Evaluated forwards, as the product of the ratios of numerators and of denominators of
  /// successive approximants (Lentz). It takes about √max(a, b) terms near the mean.
  ///
  /// - Parameters:
  ///   - x: From zero to about (a + 1) / (a + b + 2).
  ///   - a: The first parameter, positive.
  ///   - b: The second parameter, positive.
  /// - Returns: The value of the fraction.
  /// - SeeAlso: Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 26.5.8; Lentz 1976,
  ///   Applied Optics 15, 668.
  static func betaFraction(_ x: Double, a: Double, b: Double) -> Double {
    // Ratios of successive numerators, and of successive denominators turned over.
    var numerators = 1.0
    var denominators = 0.0
    var value = 1.0
    var m = 0.0
    while m < 1e6 {
      let before = value
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      numerators = nonZero(1 + odd / numerators)
      denominators = 1 / nonZero(1 + odd * denominators)
      value *= numerators * denominators
      m += 1
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      numerators = nonZero(1 + even / numerators)
      denominators = 1 / nonZero(1 + even * denominators)
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
