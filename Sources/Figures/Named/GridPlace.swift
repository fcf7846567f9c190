package import Support

/// A place on the axes of a grid, by its value on each.
package struct GridPlace: Resolvable {
  let values: [JSONType<Located<Double>>.Entry]

  static let type = JSONType<GridPlace>(
    schema: ["type": "object", "additionalProperties": ["type": "number"]],
    words: "object of axes with numbers"
  ) { node, report in
    JSONType<Double>.number.located.map.read(node, report).map { GridPlace(values: $0) }
  }

  package var resolved: JSONValue {
    .object(
      values.sorted { $0.key.value < $1.key.value }
        .map { .init($0.key.value, .number($0.value.value)) })
  }

  subscript(axis: String) -> Double? { values.first { $0.key.value == axis }?.value.value }

  /// Whether it has a value on each of the axes and on no other; mistakes are in the report.
  func check(_ axes: [String], _ key: String, at place: Place, _ report: InputReport) {
    for entry in values where !axes.contains(entry.key.value) {
      report.error(
        "'\(entry.key.value)' is no axis of the figure", at: entry.key.place,
        help: axes.advice(for: entry.key.value))
    }
    for axis in axes where self[axis] == nil {
      report.error("'\(key)' does not say its \(axis)", at: place)
    }
  }
}
