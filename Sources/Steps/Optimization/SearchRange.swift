import Support
import Tables

/// An axis with the ends between which an optimum is looked for; a mass-to-light ratio may be zero.
struct SearchRange: Resolvable {
  let axis: Located<String>
  let lower: Double
  let upper: Double

  private static let pair = JSONType<[Double]>(
    schema: ["type": "array", "items": ["type": "number"], "minItems": 2, "maxItems": 2],
    words: "range [from, through]"
  ) { node, report in
    guard let ends = JSONType<Double>.number.list.read(node, report) else { return nil }
    guard ends.count == 2, ends[0] < ends[1], ends[0] >= 0 else {
      report.error(
        "a range is a list of two: a lower end that is not negative and a larger upper one",
        at: node.place)
      return nil
    }
    return ends
  }

  static let type = pair.located.map.map { entries, node, report -> [SearchRange]? in
    let ratios = Axis.massToLight.map(\.name)
    let wrong = entries.filter { $0.value.value[0] == 0 && !ratios.contains($0.key.value) }
    for entry in wrong {
      report.error(
        "the lower end of '\(entry.key.value)' must be positive", at: entry.value.place,
        help: "only a mass-to-light ratio may be zero")
    }
    guard wrong.isEmpty else { return nil }
    guard (1...3).contains(entries.count) else {
      report.error("an optimum is looked for over one to three axes", at: node.place)
      return nil
    }
    return entries.map { entry in
      let ends = entry.value.value
      return SearchRange(axis: entry.key, lower: ends[0], upper: ends[1])
    }
  }

  var resolved: JSONValue { [.number(lower), .number(upper)] }

  static func resolved(_ list: [SearchRange]) -> JSONValue {
    .object(list.map { .init($0.axis.value, $0.resolved) })
  }
}
