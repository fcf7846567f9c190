package import Support

/// How high a panel is.
package enum PanelHeight: Resolvable {
  case points(Double)
  /// A unit of y, or a decade, is as long as one of x.
  case equal

  package static let type = JSONType<PanelHeight>(
    schema: [
      "anyOf": [["type": "number", "minimum": 10, "maximum": 2000], ["enum": ["equal"]]]
    ], words: "number of points, or \"equal\""
  ) { node, report in
    if case .string = node.value {
      return JSONType<String>.word(of: ["equal"], noun: "height").read(node, report)
        .map { _ in .equal }
    }
    guard let value = JSONType<Double>.number.read(node, report) else { return nil }
    guard (10...2000).contains(value) else {
      report.error("a panel is 10 to 2,000 points high", at: node.place)
      return nil
    }
    return .points(value)
  }

  package var resolved: JSONValue {
    switch self {
    case .points(let value): .number(value)
    case .equal: "equal"
    }
  }
}
