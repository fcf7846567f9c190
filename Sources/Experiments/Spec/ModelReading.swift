import Models
import Support

/// The `model` block of a spec: what each unit computes.
enum ModelReading {
  private static let fit = JSONKey(
    "fit", JSONType<String>.word(of: ModelCatalogue.names, noun: "model").located.list.located,
    required: true, "the models to fit, by name")
  private static let keys: [any JSONKeyDeclaration] = [fit]

  static let type = JSONType<[String]>(schema: JSONObject.schema(of: keys)) { node, report in
    guard let object = JSONObject(node, keys: keys, report), let models = object[fit] else {
      return nil
    }
    if models.value.isEmpty {
      report.error(
        "no model to fit", at: models.place, help: "'upsilon models' lists them")
    }
    var seen: Set<String> = []
    for model in models.value where !seen.insert(model.value).inserted {
      report.error("model '\(model.value)' stands twice", at: model.place, help: "remove one")
    }
    return models.value.map(\.value)
  }
}
