import Models
import Numerics

/// Centre and width of a prior, as tables tell of it.
struct PriorDistribution {
  let centre: Double
  let width: Double
  let isLogarithmic: Bool

  /// The prior of a range; `nil` where a single value is left.
  init?(_ range: FitRange) {
    let (lower, upper) = (range.lower, range.upper)
    guard lower < upper, range.prior.fixedValue == nil else { return nil }
    switch range.prior {
    case .uniform:
      (centre, width) = ((lower + upper) / 2, (upper - lower) / (12.0).squareRoot())
      isLogarithmic = false
    case .logUniform:
      (centre, width) = (
        (lower * upper).squareRoot(), Elementary.log10(upper / lower) / (12.0).squareRoot()
      )
      isLogarithmic = true
    case .normal(let mean, let sigma): (centre, width, isLogarithmic) = (mean, sigma, false)
    case .lognormal(let median, let dex): (centre, width, isLogarithmic) = (median, dex, true)
    }
  }

  /// A general prior, where the quantities that it names have some values; `nil` where a single
  /// value is left, or there is no width.
  init?(_ prior: GeneralPrior, within range: FitRange, at quantities: Quantities) {
    let (lower, upper) = (range.lower, range.upper)
    guard lower < upper else { return nil }
    switch prior.shape {
    case .normal(let mean, let sigma):
      (centre, width) = (mean.value(at: quantities), sigma.value(at: quantities))
      isLogarithmic = false
    case .lognormal(let median, let dex):
      (centre, width) = (median.value(at: quantities), dex.value(at: quantities))
      isLogarithmic = true
    case .beta(let a, let b):
      let (span, sum) = (upper - lower, a + b)
      centre = lower + span * a / sum
      width = span * (a * b / (sum * sum * (sum + 1))).squareRoot()
      isLogarithmic = false
    }
    if !(width > 0) { return nil }
  }
}
