import Models
import Steps
import Support

/// The `model` block of a spec: what each unit computes.
enum ModelReading {
  private static let fit = JSONKey(
    "fit", JSONType<String>.word(of: ModelCatalogue.names, noun: "model").located.list.located,
    "the models to fit, by name")
  private static let offset = JSONKey(
    "offset", OffsetSettings.type, "the offset of each galaxy from the radial acceleration relation"
  )
  private static let intervals = JSONKey(
    "intervals", JSONType<Bool>.boolean.located,
    "whether fits have intervals by profile and correlations, in tables of their own")
  private static let keys: [any JSONKeyDeclaration] = [fit, offset, intervals]

  /// What the block asks for.
  struct Block: Sendable {
    let models: [String]
    let offset: OffsetSettings?
    let hasIntervals: Bool
  }

  static let type = JSONType<Block>.object(of: keys) { node, report in
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    if !object.has(fit), !object.has(offset) {
      report.error(
        "the model computes nothing", at: node.place,
        help: "give \"fit\": [models], \"offset\": {settings}, or both")
      return nil
    }
    let settings = object[offset]
    if object.has(offset), settings == nil { return nil }
    let intervals = object[intervals]
    guard object.has(fit) else {
      if let intervals, intervals.value {
        report.error(
          "intervals are those of fits, and there are none", at: intervals.place,
          help: "give \"fit\": [models], or remove 'intervals'")
      }
      return Block(models: [], offset: settings, hasIntervals: false)
    }
    guard let models = object[fit] else { return nil }
    if models.value.isEmpty {
      report.error(
        "no model to fit", at: models.place, help: "'upsilon models' lists them")
    }
    var seen: Set<String> = []
    for model in models.value where !seen.insert(model.value).inserted {
      report.error("model '\(model.value)' stands twice", at: model.place, help: "remove one")
    }
    return Block(
      models: models.value.map(\.value), offset: settings,
      hasIntervals: intervals?.value ?? false)
  }
}
