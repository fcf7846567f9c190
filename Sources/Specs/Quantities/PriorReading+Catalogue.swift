import Models
import Support

extension PriorReading {
  /// Refuses a prior of the catalogue for what it does not know, or not so.
  ///
  /// - Parameters:
  ///   - rule: Any rule.
  ///   - name: The quantity, as the spec names it.
  ///   - place: Where the rule stands.
  ///   - report: Receives what is wrong.
  /// - Returns: Whether nothing is.
  @discardableResult
  static func checkCatalogue(
    _ rule: PriorRule, of name: String, at place: Place, _ report: InputReport
  ) -> Bool {
    guard rule.isOfCatalogue else { return true }
    let parameter = GalaxyParameter(rawValue: name)
    guard parameter == .distance || parameter == .inclination else {
      report.error(
        "the catalogue does not know '\(name)'", at: place,
        help: "it knows distance and inclination; write {\"normal\": …} or {\"lognormal\": …}")
      return false
    }
    if parameter == .inclination, rule.kind == .catalogueLognormal {
      report.error(
        "the prior of an inclination ends at 90 degrees, and is not one of its logarithm",
        at: place, help: "write \"catalogue\", which is cut there")
      return false
    }
    return true
  }
}

extension PriorRule {
  /// Whether centre and width are those of the catalogue.
  var isOfCatalogue: Bool { kind == .catalogue || kind == .catalogueLognormal }
}
