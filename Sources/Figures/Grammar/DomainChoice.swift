package import Support

/// From where to where an axis goes.
package enum DomainChoice: Resolvable {
  /// The ends; one that is missing follows from the data.
  case ends(Double?, Double?)
  /// From zero, or below it where there are values.
  case zero
  /// As far below zero as above.
  case symmetric

  package static let type = JSONType<DomainChoice>(
    schema: [
      "anyOf": [
        [
          "type": "array", "items": ["type": ["number", "null"]], "minItems": 2, "maxItems": 2,
        ],
        ["enum": ["zero", "symmetric"]],
      ]
    ], words: "[from, to], \"zero\" or \"symmetric\""
  ) { node, report in
    if case .string = node.value {
      return JSONType<String>.word(of: ["zero", "symmetric"], noun: "domain").read(node, report)
        .map { $0 == "zero" ? .zero : .symmetric }
    }
    guard let ends = JSONType<Double>.number.optional.list.read(node, report) else { return nil }
    guard ends.count == 2 else {
      report.error("a domain has two ends", at: node.place, help: "write [0, 10] or [0, null]")
      return nil
    }
    if let low = ends[0], let high = ends[1], low >= high {
      report.error("a domain goes from the smaller to the larger end", at: node.place)
      return nil
    }
    return .ends(ends[0], ends[1])
  }

  package var resolved: JSONValue {
    switch self {
    case .zero: "zero"
    case .symmetric: "symmetric"
    case .ends(let low, let high):
      .array([low.map { .number($0) } ?? .null, high.map { .number($0) } ?? .null])
    }
  }
}
