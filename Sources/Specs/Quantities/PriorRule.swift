package import Support
package import Tables

/// What a spec says that is known of a quantity before the data are looked at.
///
/// A uniform prior is not among them: it is the same as bounds.
package enum PriorRule: Sendable {
  /// The catalogue's own value and error, as a normal distribution.
  case catalogue
  /// A normal distribution, in the unit of the quantity.
  case normal(mean: Bound, sigma: Bound)
  /// A normal distribution of the decimal logarithm; the width in dex.
  case lognormal(median: Bound, dex: Bound)

  /// The kinds of prior, uniform ones among them.
  package enum Kind: String, CaseIterable, Sendable {
    case uniform
    case normal
    case lognormal
    case catalogue
  }

  package var kind: Kind {
    switch self {
    case .catalogue: .catalogue
    case .normal: .normal
    case .lognormal: .lognormal
    }
  }

  /// The centre; `nil` for that of the catalogue.
  var centre: Bound? {
    switch self {
    case .catalogue: nil
    case .normal(let mean, _): mean
    case .lognormal(let median, _): median
    }
  }

  /// The width; `nil` for that of the catalogue.
  var width: Bound? {
    switch self {
    case .catalogue: nil
    case .normal(_, let sigma): sigma
    case .lognormal(_, let dex): dex
    }
  }

  /// The numbers and expressions of the rule.
  var parts: [Bound] {
    [centre, width].compactMap(\.self)
  }

  package var resolved: JSONValue {
    switch self {
    case .catalogue: .string(kind.rawValue)
    case .normal(let mean, let sigma):
      .object([.init(kind.rawValue, ["mean": mean.resolved, "sigma": sigma.resolved])])
    case .lognormal(let median, let dex):
      .object([.init(kind.rawValue, ["median": median.resolved, "dex": dex.resolved])])
    }
  }

  /// The rule as a person reads it: `normal 50 ± 5`.
  package var text: String {
    switch self {
    case .catalogue: "of the catalogue"
    case .normal(let mean, let sigma): "normal \(mean.text) ± \(sigma.text)"
    case .lognormal(let median, let dex): "lognormal \(median.text) ± \(dex.text) dex"
    }
  }
}
