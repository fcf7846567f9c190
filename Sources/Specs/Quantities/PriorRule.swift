import Support
package import Tables

/// What a spec says that is known of a quantity before the data are looked at.
package enum PriorRule: Sendable {
  /// Every value within the bounds is as likely as any other: those of the quantity, which the
  /// ends that the spec gives have narrowed.
  case uniform
  /// Every ratio within these bounds is as likely as any other.
  case logUniform
  /// The catalogue's own value and error, as a normal distribution.
  case catalogue
  /// The catalogue's value as the median, and its relative error as the width, of a normal
  /// distribution of the decimal logarithm.
  case catalogueLognormal
  /// A normal distribution, in the unit of the quantity.
  case normal(mean: Bound, sigma: Bound)
  /// A normal distribution of the decimal logarithm; the width in dex.
  case lognormal(median: Bound, dex: Bound)

  /// The kinds of prior.
  package enum Kind: String, CaseIterable, Sendable {
    case uniform
    case logUniform = "loguniform"
    case normal
    case lognormal
    case catalogue
    case catalogueLognormal = "catalogue_lognormal"
  }

  package var kind: Kind {
    switch self {
    case .uniform: .uniform
    case .logUniform: .logUniform
    case .catalogue: .catalogue
    case .catalogueLognormal: .catalogueLognormal
    case .normal: .normal
    case .lognormal: .lognormal
    }
  }

  /// Whether it says no more than bounds do.
  var isUniform: Bool { kind == .uniform }

  /// Whether bounds are its ends.
  package var isFlat: Bool { kind == .uniform || kind == .logUniform }

  /// The centre; `nil` for that of the catalogue, and where the bounds tell it.
  var centre: Bound? {
    switch self {
    case .uniform, .logUniform, .catalogue, .catalogueLognormal: nil
    case .normal(let mean, _): mean
    case .lognormal(let median, _): median
    }
  }

  /// The width; `nil` for that of the catalogue, and where the bounds tell it.
  var width: Bound? {
    switch self {
    case .uniform, .logUniform, .catalogue, .catalogueLognormal: nil
    case .normal(_, let sigma): sigma
    case .lognormal(_, let dex): dex
    }
  }

  /// The numbers and expressions of the rule.
  var parts: [Bound] {
    [centre, width].compactMap(\.self)
  }

  /// The rule as a spec gives it.
  ///
  /// - Parameter bounds: The bounds of the quantity, which are the ends of a rule that has none of
  ///   its own.
  /// - Returns: The rule; reading it beside these bounds gives the same.
  func resolved(within bounds: JSONValue) -> JSONValue {
    switch self {
    case .catalogue: .string(Kind.catalogue.rawValue)
    case .catalogueLognormal:
      .object([.init(Kind.catalogue.rawValue, .string(Kind.lognormal.rawValue))])
    case .uniform, .logUniform: .object([.init(kind.rawValue, bounds)])
    case .normal(let mean, let sigma):
      .object([.init(kind.rawValue, ["mean": mean.resolved, "sigma": sigma.resolved])])
    case .lognormal(let median, let dex):
      .object([.init(kind.rawValue, ["median": median.resolved, "dex": dex.resolved])])
    }
  }

  /// The rule as a person reads it: `normal 50 ± 5`.
  package var text: String {
    switch self {
    case .uniform: "uniform"
    case .logUniform: "uniform in the logarithm"
    case .catalogue: "of the catalogue"
    case .catalogueLognormal: "of the catalogue, lognormal"
    case .normal(let mean, let sigma): "normal \(mean.text) ± \(sigma.text)"
    case .lognormal(let median, let dex): "lognormal \(median.text) ± \(dex.text) dex"
    }
  }
}
