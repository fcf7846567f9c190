import Support
import Tables

/// Mass-to-light ratios by name, each a number or an expression of the galaxy.
struct ChosenRatios: Resolvable {
  var entries: [JSONType<Bound>.Entry] = []

  static let type = Bound.type.map.map { entries, node, report in
    let known = Axis.massToLight.map(\.name)
    for entry in entries where !known.contains(entry.key.value) {
      report.error(
        "'\(entry.key.value)' is no mass-to-light ratio", at: entry.key.place,
        help: known.advice(for: entry.key.value))
    }
    for entry in entries where entry.value.constant.map({ $0 < 0 }) ?? false {
      report.error("'\(entry.key.value)' cannot be negative", at: entry.key.place)
    }
    return Located(ChosenRatios(entries: entries), at: node.place)
  }

  var resolved: JSONValue {
    entries.sorted { $0.key.value < $1.key.value }.resolved
  }

  var expressions: [Expression] { entries.expressions }
}
