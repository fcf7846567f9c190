import Models
import Steps
import Support

/// The `model` block of a spec: what each unit computes.
enum ModelReading {
  private static let fit = JSONKey(
    "fit",
    JSONType<String>.word(of: ModelCatalogue.names, noun: "model").located.list.distinct("model")
      .atMost(1_000).located, "the models to fit, by name")
  private static let offset = JSONKey(
    "offset", OffsetSettings.type, "the offset of each galaxy from the radial acceleration relation"
  )
  private static let intervals = JSONKey(
    "intervals", JSONType<Bool>.boolean.located,
    "whether fits have intervals by profile and correlations, in tables of their own")
  private static let certify = JSONKey(
    "certify", JSONType<Bool>.boolean.located,
    "whether to prove of each fit that no other place within the bounds is better")
  private static let keys: [any JSONKeyDeclaration] = [fit, offset, intervals, certify]

  /// What the block asks for.
  struct Block: Sendable {
    let models: [String]
    let offset: OffsetSettings?
    let hasIntervals: Bool
    /// Where proofs are asked for; `nil` where they are not.
    let certify: Place?
    /// The whole block.
    let place: Place

    /// Whether it asks for no units; to ask for fits of no model is a mistake of its own.
    let isEmpty: Bool
  }

  static let type = JSONType<Block>.object(of: keys) { node, report in
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    let settings = object[offset]
    if object.has(offset), settings == nil { return nil }
    let (intervals, certify) = (object[intervals], object[certify])
    guard object.has(fit) else {
      if let intervals, intervals.value {
        report.error(
          "intervals are those of fits, and there are none", at: intervals.place,
          help: "give \"fit\": [models], or remove 'intervals'")
      }
      if let certify, certify.value {
        report.error(
          "proofs are those of fits, and there are none", at: certify.place,
          help: "give \"fit\": [models], or remove 'certify'")
      }
      let isEmpty = !object.has(offset)
      // What only has keys that are none, which has been told, was meant to be something.
      if isEmpty, node.members?.isEmpty == false { return nil }
      return Block(
        models: [], offset: settings, hasIntervals: false, certify: nil, place: node.place,
        isEmpty: isEmpty)
    }
    guard let models = object[fit] else { return nil }
    if models.value.isEmpty {
      report.error(
        "no model to fit", at: models.place, help: "\(command: "models") lists them")
    }
    return Block(
      models: models.value.map(\.value), offset: settings,
      hasIntervals: intervals?.value ?? false,
      certify: certify.flatMap { $0.value ? $0.place : nil }, place: node.place, isEmpty: false)
  }
}
