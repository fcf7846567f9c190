import Numerics

extension Prior {
  /// The natural logarithm of the integral of exp(−½ residual²) between bounds.
  ///
  ///     uniform    ln (b − a)
  ///     loguniform ln ln (b / a)
  ///     normal     ln (σ √2π (Φ((b − μ)/σ) − Φ((a − μ)/σ)))
  ///     lognormal  the same of the decimal logarithms
  ///
  /// The integral is over the coordinate in which the density is taken: the quantity, its decimal
  /// logarithm for a lognormal prior, its natural one for a loguniform one. With it the prior is
  /// normalised within the bounds.
  ///
  /// - Parameters:
  ///   - lower: The lower bound, a; zero or more for a lognormal prior.
  ///   - upper: The upper bound, b, larger.
  /// - Returns: The logarithm.
  package func logIntegral(from lower: Double, through upper: Double) -> Double {
    func logIntegral(_ sigma: Double) -> Double {
      let (low, high) = (residual(lower).value, residual(upper).value)
      let halfLogOfTwoPi = 0.918_938_533_204_672_8
      return Elementary.log(sigma) + halfLogOfTwoPi
        + NormalDistribution.logProbability(from: low, through: high)
    }
    return switch self {
    case .uniform: Elementary.log(upper - lower)
    case .logUniform: Elementary.log(Elementary.log(upper / lower))
    case .normal(_, let sigma): logIntegral(sigma)
    case .lognormal(_, let dex): logIntegral(dex)
    }
  }

  /// The derivatives of the quantity by the coordinate in which the density is taken.
  ///
  /// - Parameter value: The quantity.
  /// - Returns: The first and the second derivative.
  package func slopes(at value: Double) -> (first: Double, second: Double) {
    switch self {
    case .uniform, .normal: return (1, 0)
    case .logUniform: return (value, value)
    case .lognormal:
      let decade = 2.302_585_092_994_045_7
      return (value * decade, value * decade * decade)
    }
  }
}
