import Numerics

/// What is known of a quantity before the data are looked at.
package enum Prior: Equatable, Sendable {
  /// Every value within the bounds is as likely as any other.
  case uniform
  /// Every ratio within the bounds, which are positive, is as likely as any other; the density is
  /// taken in the logarithm, so that it is the same everywhere.
  case logUniform
  /// A normal distribution; σ = 0 fixes the value.
  case normal(mean: Double, sigma: Double)
  /// A normal distribution of the decimal logarithm, with its density taken in the logarithm: the
  /// most likely value is the median. A width of 0 dex fixes the value.
  case lognormal(median: Double, dex: Double)

  /// A lognormal prior about a measured value.
  ///
  ///     dex = e / (q ln 10)
  ///
  /// - Parameters:
  ///   - value: The value, its median, positive.
  ///   - error: Its standard deviation, small beside it.
  /// - Returns: The prior.
  package static func lognormal(of value: Double, error: Double) -> Prior {
    .lognormal(median: value, dex: error / (value * naturalPerDecimal))
  }

  /// ln 10.
  private static let naturalPerDecimal = 2.302_585_092_994_045_7

  /// The distance from the most likely value in standard deviations, and its derivative.
  ///
  /// Its square is −2 ln of the prior, up to the prior's constant.
  ///
  /// - Parameter value: The quantity; positive for a lognormal prior.
  /// - Returns: The distance, and its slope by the quantity.
  package func residual(_ value: Double) -> (value: Double, slope: Double) {
    switch self {
    case .uniform, .logUniform: (0, 0)
    case .normal(let mean, let sigma): ((value - mean) / sigma, 1 / sigma)
    case .lognormal(let median, let dex):
      (
        Elementary.log10(value / median) / dex,
        1 / (value * dex * Self.naturalPerDecimal)
      )
    }
  }

  /// −2 ln of the prior has no slope at a value.
  package func isStationary(at value: Double) -> Bool { residual(value).value == 0 }

  /// Whether it adds nothing to χ² within the bounds: flat in the quantity or in its logarithm.
  package var isFlat: Bool {
    switch self {
    case .uniform, .logUniform: true
    case .normal, .lognormal: false
    }
  }

  /// The one value that a prior without width leaves; `nil` for any other.
  package var fixedValue: Double? {
    switch self {
    case .normal(let mean, 0): mean
    case .lognormal(let median, 0): median
    default: nil
    }
  }

  /// Whether its numbers make sense: finite, no negative width, a positive median.
  package var isSound: Bool {
    switch self {
    case .uniform, .logUniform: true
    case .normal(let mean, let sigma): mean.isFinite && sigma.isFinite && sigma >= 0
    case .lognormal(let median, let dex):
      median.isFinite && median > 0 && dex.isFinite && dex >= 0
    }
  }
}
