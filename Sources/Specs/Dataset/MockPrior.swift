import Galaxies
import Models
import Support
import Tables

/// What one quantity of mock galaxies is drawn from.
struct MockPrior: Equatable, Sendable {
  /// The quantity: a parameter of the law, or one of the galaxy.
  let name: String
  let source: Source

  /// Where a value comes from.
  enum Source: Equatable, Sendable {
    /// A prior of numbers, with the values that make sense as its bounds.
    case range(FitRange)
    /// The value of each galaxy's catalogue and its error.
    case catalogue(isLogarithmic: Bool)
  }

  /// The prior of one galaxy.
  ///
  /// - Parameter galaxy: What the catalogue says of it.
  /// - Returns: The prior within the values that make sense.
  func range(for galaxy: Galaxy) -> FitRange {
    switch source {
    case .range(let range): return range
    case .catalogue(let isLogarithmic):
      guard let parameter = GalaxyParameter(rawValue: name) else {
        preconditionFailure("the catalogue knows nothing of a law")
      }
      return FitRange(
        parameter.domain, parameter.prior(of: galaxy, isLogarithmic: isLogarithmic))
    }
  }

  /// The prior as a spec gives it.
  var resolved: JSONValue {
    switch source {
    case .catalogue(let isLogarithmic):
      (isLogarithmic ? PriorRule.catalogueLognormal : .catalogue).resolved(within: .null)
    case .range(let range):
      switch range.prior {
      case .uniform: PriorRule.uniform.resolved(within: range.resolvedBounds)
      case .logUniform: PriorRule.logUniform.resolved(within: range.resolvedBounds)
      case .normal(let mean, let sigma):
        PriorRule.normal(mean: .number(mean), sigma: .number(sigma)).resolved(within: .null)
      case .lognormal(let median, let dex):
        PriorRule.lognormal(median: .number(median), dex: .number(dex)).resolved(within: .null)
      }
    }
  }
}

extension FitRange {
  fileprivate var resolvedBounds: JSONValue { [.number(lower), .number(upper)] }
}
