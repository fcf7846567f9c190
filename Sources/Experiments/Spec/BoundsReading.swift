import Models
import Support

/// The `bounds` of a spec: by parameter for all models that have it, or by model and parameter.
enum BoundsReading {
  private static let pair = JSONType<Located<[Bound]>>(
    schema: ["type": "array", "items": Bound.type.schema, "minItems": 2, "maxItems": 2]
  ) { node, report in
    guard node.array?.count == 2 else {
      report.error(
        "bounds are a list of two: lower and upper", at: node.place, help: "write [0, 50]")
      return nil
    }
    return Bound.type.list.read(node, report).map { Located($0, at: node.place) }
  }

  /// What one key of `bounds` holds.
  enum Rule: Sendable {
    case parameter(Located<[Bound]>)
    case model([JSONType<Located<[Bound]>>.Entry])
  }

  static let type = JSONType<Rule>(
    schema: ["anyOf": [pair.schema, ["type": "object", "additionalProperties": pair.schema]]]
  ) { node, report in
    if node.members != nil { return pair.map.read(node, report).map { .model($0) } }
    return pair.read(node, report).map { .parameter($0) }
  }

  /// The bounds of every parameter of the selected models: the card's, overridden by the spec's.
  static func resolve(
    _ rules: [JSONType<Rule?>.Entry], for models: [ModelCard], _ report: InputReport
  ) -> [ParameterBounds] {
    var overrides: [String: [String: Located<[Bound]>]] = [:]
    let parameters = models.flatMap { $0.parameters.map(\.name) }
    for entry in rules {
      let owners = models.filter { $0.parameters.contains { $0.name == entry.key.value } }
      guard !owners.isEmpty || models.contains(where: { $0.name == entry.key.value }) else {
        refuse(entry.key, among: parameters + models.map(\.name), report)
        continue
      }
      switch entry.value {
      case nil: break
      case .parameter(let bounds):
        if owners.isEmpty {
          report.error(
            "'\(entry.key.value)' is a model, and bounds belong to its parameters",
            at: bounds.place,
            help: "write {\"omega\": [0, 50]}")
        }
        for model in owners where overrides[model.name]?[entry.key.value] == nil {
          overrides[model.name, default: [:]][entry.key.value] = bounds
        }
      case .model(let inner):
        guard let model = models.first(where: { $0.name == entry.key.value }) else {
          report.error(
            "'\(entry.key.value)' is a parameter: its bounds are a list of two",
            at: entry.key.place,
            help: "write [0, 50]")
          continue
        }
        for bounds in inner {
          let names = model.parameters.map(\.name)
          if names.contains(bounds.key.value) {
            overrides[model.name, default: [:]][bounds.key.value] = bounds.value
          } else {
            report.error(
              "model '\(model.name)' has no parameter '\(bounds.key.value)'", at: bounds.key.place,
              help: names.advice(for: bounds.key.value))
          }
        }
      }
    }
    return models.flatMap { model in
      model.parameters.map { parameter in
        let given = overrides[model.name]?[parameter.name]
        if let given { check(given, of: parameter, report) }
        return ParameterBounds(
          model: model.name, parameter: parameter.name,
          lower: given?.value[0] ?? .number(parameter.bounds.lowerBound),
          upper: given?.value[1] ?? .number(parameter.bounds.upperBound), place: given?.place)
      }
    }
  }

  private static func refuse(
    _ key: Located<String>, among names: [String], _ report: InputReport
  ) {
    if ModelCatalogue.names.contains(key.value) {
      report.error(
        "model '\(key.value)' is not fitted", at: key.place,
        help: "add it to 'fit', or remove these bounds")
    } else if ModelCatalogue.parameters.contains(where: { $0.name == key.value }) {
      report.error(
        "no selected model has the parameter '\(key.value)'", at: key.place,
        help: "add the model to 'fit', or remove these bounds")
    } else {
      report.error(
        "unknown parameter or model '\(key.value)'", at: key.place,
        help: names.advice(for: key.value))
    }
  }

  private static func check(
    _ bounds: Located<[Bound]>, of parameter: ModelCard.Parameter, _ report: InputReport
  ) {
    let (lower, upper) = (bounds.value[0].constant, bounds.value[1].constant)
    if let lower, let upper, lower > upper {
      report.error(
        "the bounds of '\(parameter.name)' are reversed", at: bounds.place,
        help:
          "write [\(JSONValue.spelling(of: upper)), \(JSONValue.spelling(of: lower))]")
    }
    if parameter.domain == .positive, let lower, lower < 0 {
      report.error(
        "'\(parameter.name)' cannot be negative: it is a \(parameter.summary)", at: bounds.place)
    }
    if parameter.domain == .positive, let upper, upper <= 0 {
      report.error("the upper bound of '\(parameter.name)' must be positive", at: bounds.place)
    }
  }
}
