import Models
import Support
import Tables

/// The `bounds` of a spec: by quantity for all models, or by model and parameter.
enum BoundsReading {
  /// How mistakes are told.
  static let wording = QuantityWording(
    noun: "bounds", form: "its bounds are a list of two", example: "[0, 50]")

  /// Lower and upper bound.
  static let pair = JSONType<Located<[Bound]>>(
    schema: ["type": "array", "items": Bound.type.schema, "minItems": 2, "maxItems": 2],
    words: "list of two numbers or expressions"
  ) { node, report in
    guard node.array?.count == 2 else {
      report.error(
        "bounds are a list of two: lower and upper", at: node.place, help: "write [0, 50]")
      return nil
    }
    return Bound.type.list.read(node, report).map { Located($0, at: node.place) }
  }

  /// The rule of one key: which of the two forms it has shows.
  private static let rule = JSONType<QuantityRules<[Bound]>.Rule>(schema: pair.schema) {
    node, report in
    if node.members != nil { return pair.map.read(node, report).map { .model($0) } }
    return pair.read(node, report).map { .quantity($0) }
  }

  static let type = JSONType<[JSONType<QuantityRules<[Bound]>.Rule?>.Entry]>(
    schema: QuantityRules<[Bound]>.schema(of: pair.schema),
    words: "object of quantities, or of models with their parameters, each with its bounds",
    read: rule.tolerant.map.read)
}
