package import Support

/// How values are sorted into bins.
package enum Bins: Resolvable {
  /// So many of equal width over the domain.
  case count(Int)
  /// From each edge to the next; shape `[bins + 1]`.
  case edges([Double])
  /// Of this width; on an axis of decades, in decades.
  case width(Double)

  package static let type = JSONType<Bins>(
    schema: [
      "anyOf": [
        ["type": "integer", "minimum": 1, "maximum": 1000],
        ["type": "array", "items": ["type": "number"], "minItems": 2, "maxItems": 1001],
        Width.type.schema,
      ]
    ], words: "number, list of edges, or {\"width\": …}", parts: Width.keys
  ) { node, report in
    switch node.value {
    case .array:
      guard let edges = JSONType<Double>.number.list.read(node, report) else { return nil }
      guard edges.count > 1, edges.count <= 1001,
        zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 })
      else {
        report.error("edges of bins rise from one to the next", at: node.place)
        return nil
      }
      return .edges(edges)
    case .object: return Width(node, report).map { .width($0.width) }
    default: return JSONType<Int>.integer(in: 1...1000).read(node, report).map { .count($0) }
    }
  }

  package var resolved: JSONValue {
    switch self {
    case .count(let count): .number(Double(count))
    case .edges(let edges): .array(edges.map { .number($0) })
    case .width(let width): ["width": .number(width)]
    }
  }

  /// The object form.
  private struct Width: Keyed {
    static let keys: [ObjectKey<Self>] = [
      .required("width", \.width, .positive, "the width of each bin; in decades on a log axis")
    ]
    var width = 1.0
  }
}
