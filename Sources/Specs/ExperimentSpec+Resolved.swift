import Galaxies
import Steps
package import Support
import Tables

extension ExperimentSpec {
  /// The spec with every default written out; reading it gives the same spec.
  package var resolved: JSONValue {
    let head: [JSONValue.Member] = [
      .init("upsilon", .number(Double(Self.schemaVersion))),
      .init("name", .string(name)),
      .init("question", .string(question)),
      .init("source", .string(source)),
    ]
    let answer = self.answer.map { JSONValue.Member("answer", .string($0.text)) }.asList
    let authors =
      self.authors.isEmpty ? [] : [JSONValue.Member("authors", self.authors.resolved)]
    let data = [JSONValue.Member("dataset", dataset.resolved)]
    let tail: [JSONValue.Member] = [
      .init("outputs", outputs.resolved),
      .init("expect", .array(expectations.map(\.resolved))),
      .init("limits", limits.resolved),
    ]
    return .object(head + answer + authors + data + computation(analyses.map(\.resolved)) + tail)
  }

  /// What determines the results, and nothing else.
  package var scientific: JSONValue {
    Self.scientific(ofResolved: resolved)
  }

  /// What determines the results, out of a spec with every default written out.
  ///
  /// It needs no reading, so that the spec of a run made by another version of the program can be
  /// held against its manifest.
  ///
  /// - Parameters:
  ///   - resolved: The spec.
  ///   - rule: Whether the name is taken for a part of it.
  /// - Returns: What is hashed.
  package static func scientific(
    ofResolved resolved: JSONValue, by rule: IdentityRule = .current
  ) -> JSONValue {
    let cosmetic = [
      "upsilon", "question", "source", "answer", "authors", "outputs", "expect", "limits",
    ]
    let members = resolved.entries.filter { member in
      !cosmetic.contains(member.key) && (member.key != "name" || rule == .withName)
    }
    let tables = resolved["outputs"]?["tables"]?.array?.compactMap(\.string)
    return .object(
      members.map { member in
        switch member.key {
        case "dataset": .init(member.key, DatasetChoice.scientific(ofResolved: member.value))
        case "analyses":
          .init(member.key, .array(member.value.elements.map(ordered)))
        default: member
        }
      } + [.init("tables", tables.map { .array($0.sorted().map { .string($0) }) } ?? .null)])
  }

  /// An analysis with its objects as lists, whose order the canonical spelling keeps.
  ///
  /// There the order of keys counts: it is that of columns and rows, and the first condition met is
  /// the group.
  private static func ordered(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members): .array(members.map { [.string($0.key), ordered($0.value)] })
    case .array(let values): .array(values.map(ordered))
    default: value
    }
  }

  private func computation(_ steps: [JSONValue]) -> [JSONValue.Member] {
    [
      .init("cuts", cuts.resolved),
      .init("model", resolvedModel),
      .init(
        "grid",
        .object(grid.map { .init($0.name, .array($0.values.map { .number($0) })) })),
      .init("bounds", resolvedBounds),
    ] + resolvedPriors + resolvedTies + resolvedPosterior + [
      .init("methods", .object(methods.map { .init($0.family, .string($0.version)) })),
      .init("analyses", .array(steps)),
    ] + thickness + beyond
  }

  /// The thickness of the components, where there is one.
  private var thickness: [JSONValue.Member] {
    let thickness = components.rule.thickness
    return thickness.isThin ? [] : [.init(SpecKeys.thickness.name, thickness.resolved)]
  }

  /// What lies beyond the components' last radii, where it is not the usual.
  private var beyond: [JSONValue.Member] {
    let beyond = components.rule.beyond
    return beyond == .continued ? [] : [.init(SpecKeys.beyond.name, beyond.resolved)]
  }

  private var resolvedModel: JSONValue {
    let fit = models.isEmpty ? [] : [JSONValue.Member("fit", .array(models.map { .string($0) }))]
    // What a spec does without does not enter its identity.
    let intervals = hasIntervals ? [JSONValue.Member("intervals", .bool(true))] : []
    let certify = isCertified ? [JSONValue.Member("certify", .bool(true))] : []
    let offset = offset.map { JSONValue.Member("offset", $0.resolved) }.asList
    return .object(fit + offset + intervals + certify)
  }

  private var resolvedBounds: JSONValue {
    byModel(\.resolvedBounds)
  }

  /// The priors, where there are any: what a spec does without does not enter its identity.
  private var resolvedPriors: [JSONValue.Member] {
    let priors = byModel(\.resolvedPrior).entries.filter { $0.value != [:] }
    return priors.isEmpty ? [] : [.init("priors", .object(priors))]
  }

  /// The ties, where there are any.
  private var resolvedTies: [JSONValue.Member] {
    let ties = byModel(\.resolvedTie).entries.filter { $0.value != [:] }
    return ties.isEmpty ? [] : [.init(SpecKeys.ties.name, .object(ties))]
  }

  /// How posteriors are sampled, where they are.
  private var resolvedPosterior: [JSONValue.Member] {
    posterior.map { .init(SpecKeys.posterior.name, $0.resolved) }.asList
  }

  /// What is told of ranges: by model and parameter, then by quantity of the galaxy.
  private func byModel(_ value: (QuantityRange) -> JSONValue?) -> JSONValue {
    let models = models.map { model in
      JSONValue.Member(
        model,
        .object(
          bounds.filter { $0.model == model }.compactMap { rule in
            value(rule.range).map { .init(rule.parameter, $0) }
          }))
    }
    return .object(
      models
        + free.compactMap { quantity in value(quantity.range).map { .init(quantity.name, $0) } })
  }
}
