package import Support
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
  /// The upper half of a normal distribution about zero, in the unit of the quantity.
  case halfNormal(sigma: Bound)
  /// A beta distribution between the bounds; both shapes are at least 1.
  case beta(a: Double, b: Double)

  /// The kinds of prior.
  package enum Kind: String, CaseIterable, Sendable {
    case uniform
    case logUniform = "loguniform"
    case normal
    case lognormal
    case catalogue
    case catalogueLognormal = "catalogue_lognormal"
    case halfNormal = "halfnormal"
    case beta
  }

  package var kind: Kind {
    switch self {
    case .uniform: .uniform
    case .logUniform: .logUniform
    case .catalogue: .catalogue
    case .catalogueLognormal: .catalogueLognormal
    case .normal: .normal
    case .lognormal: .lognormal
    case .halfNormal: .halfNormal
    case .beta: .beta
    }
  }

  /// Whether it says no more than bounds do.
  var isUniform: Bool { kind == .uniform }

  /// Whether bounds are its ends.
  package var isFlat: Bool { kind == .uniform || kind == .logUniform }

  /// The centre; `nil` for that of the catalogue, and where the bounds tell it.
  package var centre: Bound? {
    switch self {
    case .uniform, .logUniform, .catalogue, .catalogueLognormal, .halfNormal, .beta: nil
    case .normal(let mean, _): mean
    case .lognormal(let median, _): median
    }
  }

  /// The width; `nil` for that of the catalogue, and where the bounds tell it.
  package var width: Bound? {
    switch self {
    case .uniform, .logUniform, .catalogue, .catalogueLognormal, .beta: nil
    case .normal(_, let sigma), .halfNormal(let sigma): sigma
    case .lognormal(_, let dex): dex
    }
  }

  /// The numbers and expressions of the rule.
  var parts: [Bound] {
    [centre, width].compactMap(\.self)
  }

  /// The expressions among them.
  package var expressions: [Expression] { parts.flatMap(\.expressions) }

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
    case .halfNormal(let sigma): .object([.init(kind.rawValue, ["sigma": sigma.resolved])])
    case .beta(let a, let b): .object([.init(kind.rawValue, ["a": .number(a), "b": .number(b)])])
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
    case .halfNormal(let sigma): "half-normal ± \(sigma.text)"
    case .beta(let a, let b):
      "beta \(JSONValue.spelling(of: a)), \(JSONValue.spelling(of: b))"
    }
  }
}
