/// Why a unit has no fit.
package enum FitRefusal: Error, Hashable, Sendable {
  case tooFewPoints
  /// The catalogue lacks the number of a column that the law or the space needs.
  case missing(String)
  case boundWithoutValue
  case reversedBounds
  case boundOutsideDomain
  case galaxyBoundOutsideDomain
  case priorWithoutValue
  case priorOutsideBounds
  case tieWithoutValue
  case tieOutsideDomain
  case beyondNumbers

  /// The reason as tables have it.
  package var text: String {
    switch self {
    case .tooFewPoints: "too few points for the number of parameters"
    case .missing(let column): "the catalogue has no \(column)"
    case .boundWithoutValue: "a bound has no value for this galaxy"
    case .reversedBounds: "the bounds are reversed for this galaxy"
    case .boundOutsideDomain: "a parameter that must be positive is bounded below zero"
    case .galaxyBoundOutsideDomain:
      "a mass-to-light ratio, distance or inclination is bounded outside the values that make sense"
    case .priorWithoutValue: "a prior has no value for this galaxy"
    case .priorOutsideBounds: "a prior leaves no value within the bounds"
    case .tieWithoutValue: "a tie has no value for this galaxy"
    case .tieOutsideDomain: "a tie leads to a value that makes no sense for its quantity"
    case .beyondNumbers: "chi-squared or its curvature is beyond the range of numbers"
    }
  }

  /// Every reason that may stand in a table of fits.
  ///
  /// - Parameters:
  ///   - facts: What the laws that are fitted need.
  ///   - hasTies: Whether quantities are tied.
  /// - Returns: The reasons in the order of the table's words; columns that only these laws ask for
  ///   come last, and what is wrong with ties.
  package static func all(needing facts: [GalaxyFact], hasTies: Bool = false) -> [FitRefusal] {
    let usual: [FitRefusal] = [
      .tooFewPoints, .missing("r_disk"), .boundWithoutValue, .reversedBounds, .boundOutsideDomain,
      .galaxyBoundOutsideDomain, .priorWithoutValue, .priorOutsideBounds, .missing("distance"),
      .missing("inclination"), .beyondNumbers,
    ]
    var seen = Set(usual)
    return usual + facts.map { .missing($0.column) }.filter { seen.insert($0).inserted }
      + (hasTies ? [.tieWithoutValue, .tieOutsideDomain] : [])
  }
}
