import Models
import Support

/// What a spec says by quantity for all models that have it, by model and parameter, or of the
/// galaxy.
///
/// What is said for one model goes before what is said for all. Quantities of the galaxy are the
/// same for all models, so that fits of different models can be compared.
struct QuantityRules<Value: Sendable>: Sendable {
  /// What one key holds.
  enum Rule: Sendable {
    case quantity(Located<Value>)
    case model([JSONType<Located<Value>>.Entry])
  }

  private var byModel: [String: [String: Located<Value>]] = [:]
  private var ofGalaxy: [GalaxyParameter: Located<Value>] = [:]
  /// Where the quantities of the galaxy are named.
  private(set) var names: [GalaxyParameter: Place] = [:]
  private let wording: QuantityWording

  /// Sorts the rules of a spec.
  ///
  /// - Parameters:
  ///   - rules: The rules by key; `nil` for one with a mistake.
  ///   - models: The cards of the selected models.
  ///   - wording: How mistakes are told.
  ///   - report: Receives them.
  init(
    _ rules: [JSONType<Rule?>.Entry], for models: [ModelCard], _ wording: QuantityWording,
    _ report: InputReport
  ) {
    self.wording = wording
    for entry in rules {
      if let parameter = GalaxyParameter(rawValue: entry.key.value) {
        addGalaxy(parameter, entry, report)
      } else {
        add(entry, for: models, report)
      }
    }
  }

  /// What is said of a parameter of a model.
  subscript(model: String, parameter: String) -> Located<Value>? {
    byModel[model]?[parameter]
  }

  /// What is said of a quantity of the galaxy.
  subscript(parameter: GalaxyParameter) -> Located<Value>? {
    ofGalaxy[parameter]
  }

  /// The JSON Schema of an object that holds these rules.
  ///
  /// - Parameter value: The schema of what is said of one quantity.
  /// - Returns: The schema: every name that has a sense in some spec, each with its own form.
  static func schema(of value: JSONValue) -> JSONValue {
    let parameters = ModelCatalogue.parameterNames
    let quantities = parameters + GalaxyParameter.allCases.map(\.rawValue)
    func words(_ names: [String]) -> JSONValue { ["enum": .array(names.map { .string($0) })] }
    func pattern(_ names: [String]) -> String { "^(\(names.joined(separator: "|")))$" }
    return [
      "type": "object",
      "propertyNames": words(quantities + ModelCatalogue.names),
      "patternProperties": .object([
        .init(pattern(quantities), value),
        .init(
          pattern(ModelCatalogue.names),
          ["type": "object", "propertyNames": words(parameters), "additionalProperties": value]),
      ]),
    ]
  }

  private mutating func addGalaxy(
    _ parameter: GalaxyParameter, _ entry: JSONType<Rule?>.Entry, _ report: InputReport
  ) {
    names[parameter] = entry.key.place
    switch entry.value {
    case nil: break
    case .quantity(let value): ofGalaxy[parameter] = value
    case .model: refuseParts(of: entry.key, report)
    }
  }

  private mutating func add(
    _ entry: JSONType<Rule?>.Entry, for models: [ModelCard], _ report: InputReport
  ) {
    let owners = models.filter { $0.parameters.contains { $0.name == entry.key.value } }
    let model = models.first { $0.name == entry.key.value }
    guard !owners.isEmpty || model != nil else {
      refuse(
        entry.key, among: models.flatMap { $0.parameters.map(\.name) } + models.map(\.name), report)
      return
    }
    switch entry.value {
    case nil: break
    case .quantity(let value):
      if owners.isEmpty {
        report.error(
          "'\(entry.key.value)' is a model, and \(wording.noun) belong to its parameters",
          at: value.place, help: "write {\"omega\": \(wording.example)}")
      }
      for owner in owners where byModel[owner.name]?[entry.key.value] == nil {
        byModel[owner.name, default: [:]][entry.key.value] = value
      }
    case .model(let inner):
      guard let model else {
        refuseParts(of: entry.key, report)
        return
      }
      for rule in inner { add(rule, to: model, report) }
    }
  }

  private mutating func add(
    _ rule: JSONType<Located<Value>>.Entry, to model: ModelCard, _ report: InputReport
  ) {
    let names = model.parameters.map(\.name)
    if names.contains(rule.key.value) {
      byModel[model.name, default: [:]][rule.key.value] = rule.value
    } else if GalaxyParameter(rawValue: rule.key.value) != nil {
      report.error(
        "'\(rule.key.value)' belongs to the galaxy, not to model '\(model.name)'",
        at: rule.key.place, help: "free it for all models: write it outside of '\(model.name)'")
    } else {
      report.error(
        "model '\(model.name)' has no parameter '\(rule.key.value)'", at: rule.key.place,
        help: names.advice(for: rule.key.value))
    }
  }

  private func refuseParts(of key: Located<String>, _ report: InputReport) {
    report.error(
      "'\(key.value)' is a parameter: \(wording.form)", at: key.place,
      help: "write \(wording.example)")
  }

  private func refuse(_ key: Located<String>, among names: [String], _ report: InputReport) {
    if ModelCatalogue.names.contains(key.value) {
      report.error(
        "model '\(key.value)' is not fitted", at: key.place,
        help: "add it to 'fit', or remove these \(wording.noun)")
    } else if ModelCatalogue.parameterNames.contains(key.value) {
      report.error(
        "no selected model has the parameter '\(key.value)'", at: key.place,
        help: "add the model to 'fit', or remove these \(wording.noun)")
    } else {
      report.error(
        "unknown parameter or model '\(key.value)'", at: key.place,
        help: (names + GalaxyParameter.allCases.map(\.rawValue)).advice(for: key.value))
    }
  }
}
