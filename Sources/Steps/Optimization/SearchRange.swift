import Support

/// An axis with the ends between which an optimum is looked for.
struct SearchRange: Resolvable {
  let axis: Located<String>
  let lower: Double
  let upper: Double

  private static let pair = JSONType<[Double]>(
    schema: ["type": "array", "items": ["type": "number"], "minItems": 2, "maxItems": 2],
    words: "range [from, through]"
  ) { node, report in
    guard let ends = JSONType<Double>.number.list.read(node, report) else { return nil }
    guard ends.count == 2, ends[0] < ends[1], ends[0] > 0 else {
      report.error(
        "a range is a list of two: a positive lower end and a larger upper one", at: node.place)
      return nil
    }
    return ends
  }

  static let type = pair.map.map { entries, node, report -> [SearchRange]? in
    guard (1...3).contains(entries.count) else {
      report.error("an optimum is looked for over one to three axes", at: node.place)
      return nil
    }
    return entries.map { SearchRange(axis: $0.key, lower: $0.value[0], upper: $0.value[1]) }
  }

  var resolved: JSONValue { [.number(lower), .number(upper)] }

  static func resolved(_ list: [SearchRange]) -> JSONValue {
    .object(list.map { .init($0.axis.value, $0.resolved) })
  }
}
