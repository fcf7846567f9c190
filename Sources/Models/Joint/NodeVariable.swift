import Numerics

/// A quantity of the galaxy that is worked out anew on every node, in its own coordinate there: the
/// logarithm of D / D₀, that of a ratio whose prior is taken in it, or the quantity itself.
struct NodeVariable {
  enum Kind {
    case ratio
    case length
    case inclination
  }

  let isLogarithmic: Bool
  /// The bounds, and where to begin, in the coordinate.
  let lower: Double
  let upper: Double
  let start: Double
  /// The longest step.
  let reach: Double
  let prior: Prior
  /// What the quantity is measured in: D₀ for the distance.
  let unit: Double

  init(_ problem: JointProblem, _ lane: Int, _ kind: Kind) {
    prior = problem.priors[lane]
    switch kind {
    case .length: (isLogarithmic, unit, reach) = (true, problem.subject.distance, 0.3)
    case .inclination: (isLogarithmic, unit, reach) = (false, 1, 15)
    case .ratio:
      // By itself, χ² is convex in it.
      switch prior {
      case .lognormal: (isLogarithmic, unit, reach) = (true, 1, 0.7)
      case .normal, .uniform, .logUniform: (isLogarithmic, unit, reach) = (false, 1, .infinity)
      }
    }
    let (low, high) = (problem.box.lower[lane] / unit, problem.box.upper[lane] / unit)
    let middle = problem.start(0)[lane] / unit
    if isLogarithmic {
      // A lower bound of zero stands for a small value.
      lower = Elementary.log(max(low, 1e-9 * high))
      upper = Elementary.log(high)
      start = Elementary.log(max(middle, 1e-9 * high))
    } else {
      (lower, upper, start) = (low, high, middle)
    }
  }

  /// The quantity for a coordinate.
  @inline(__always)
  func quantity(_ coordinate: Lanes) -> Lanes {
    isLogarithmic ? Elementary.exp(coordinate) : coordinate
  }
}

extension Prior {
  /// The residual, and its slope by the quantity or by its logarithm.
  @inline(__always)
  func residual(_ value: Lanes, isLogarithmic: Bool) -> (value: Lanes, slope: Lanes) {
    switch self {
    case .uniform, .logUniform: return (Lanes(0), Lanes(0))
    case .normal(let mean, let sigma):
      let rate = 1 / sigma
      return ((value - mean) * rate, isLogarithmic ? value * rate : Lanes(rate))
    case .lognormal(let median, let dex):
      let rate = 1 / (dex * 2.302_585_092_994_045_7)
      return (
        Elementary.log(value * (1 / median)) * rate, isLogarithmic ? Lanes(rate) : rate / value
      )
    }
  }
}
