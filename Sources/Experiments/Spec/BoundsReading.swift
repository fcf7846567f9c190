import Models
import Support

/// The `bounds` of a spec: by quantity for all models, or by model and parameter.
enum BoundsReading {
  /// How mistakes are told.
  static let wording = QuantityWording(
    noun: "bounds", form: "its bounds are a list of two", example: "[0, 50]")

  /// Lower and upper bound.
  static let pair = JSONType<Located<[Bound]>>(
    schema: ["type": "array", "items": Bound.type.schema, "minItems": 2, "maxItems": 2]
  ) { node, report in
    guard node.array?.count == 2 else {
      report.error(
        "bounds are a list of two: lower and upper", at: node.place, help: "write [0, 50]")
      return nil
    }
    return Bound.type.list.read(node, report).map { Located($0, at: node.place) }
  }

  static let type = JSONType<QuantityRules<[Bound]>.Rule>(
    schema: ["anyOf": [pair.schema, ["type": "object", "additionalProperties": pair.schema]]]
  ) { node, report in
    if node.members != nil { return pair.map.read(node, report).map { .model($0) } }
    return pair.read(node, report).map { .quantity($0) }
  }
}
