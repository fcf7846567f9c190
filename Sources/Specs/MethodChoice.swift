import Models
import Steps
import Support

/// The version in use of one family of methods.
package struct MethodChoice: Equatable, Sendable {
  /// What is computed: the name of a model, say.
  package let family: String
  /// The version: `v1_rational_taper`.
  package let version: String

  package init(family: String, version: String) {
    self.family = family
    self.version = version
  }

  /// The most likely values given data and priors, of a law's parameters and those of the galaxy.
  static let posterior = (family: "posterior", versions: ["v1_maximum_posterior"])

  /// The versions of each family that a spec with these models and steps uses, oldest first.
  private static func families(
    for models: [ModelCard], isPosterior: Bool, hasOffset: Bool, _ sampler: SamplerMethod?,
    _ steps: [any Step]
  ) -> [(family: String, versions: [String])] {
    var families = models.map {
      (family: $0.name, versions: ModelCatalogue.versions(of: $0.name))
    }
    if !models.isEmpty { families.append(SearchMethod.methods) }
    if isPosterior { families.append(posterior) }
    if let sampler { families.append((SamplerMethod.family, sampler.versions)) }
    if hasOffset { families.append(OffsetMethod.methods) }
    for family in steps.flatMap(\.methods) where !families.contains(where: { $0 == family }) {
      families.append(family)
    }
    return families
  }

  /// The choice for every family in use: what the spec says, otherwise the newest version.
  ///
  /// - Parameters:
  ///   - given: What the spec says.
  ///   - models: The cards of the models.
  ///   - isPosterior: Whether there are priors or free quantities of the galaxy.
  ///   - hasOffset: Whether offsets are measured.
  ///   - sampler: How posteriors are sampled; `nil` for none.
  ///   - steps: The analyses.
  ///   - report: Receives the mistakes.
  /// - Returns: One choice a family.
  static func resolve(
    _ given: [JSONType<Located<String>>.Entry], for models: [ModelCard], isPosterior: Bool,
    hasOffset: Bool, sampler: SamplerMethod?, _ steps: [any Step], _ report: InputReport
  ) -> [MethodChoice] {
    var families = families(
      for: models, isPosterior: isPosterior, hasOffset: hasOffset, sampler, steps)
    // Whether the dataset has a use for it shows when the plan is made.
    if given.contains(where: { $0.key.value == ComponentChoice.family }) {
      families.append((ComponentChoice.family, ComponentChoice.versions))
    }
    for entry in given where !families.contains(where: { $0.family == entry.key.value }) {
      report.error(
        "this spec uses no method '\(entry.key.value)'", at: entry.key.place,
        help: families.map(\.family).advice(for: entry.key.value))
    }
    return families.map { family, versions in
      guard let entry = given.first(where: { $0.key.value == family }) else {
        return MethodChoice(family: family, version: versions.last ?? "")
      }
      if !versions.contains(entry.value.value) {
        report.error(
          "'\(family)' has no version '\(entry.value.value)'", at: entry.value.place,
          help: versions.advice(for: entry.value.value))
      }
      return MethodChoice(family: family, version: entry.value.value)
    }
  }
}
