import Support

/// A cell named by the values of some axes; the others have their usual value.
package struct CellChoice: Sendable {
  let values: [JSONType<Located<Double>>.Entry]

  static let type = JSONType<CellChoice>(
    schema: ["type": "object", "additionalProperties": ["type": "number"]]
  ) { node, report in
    JSONType<Double>.number.located.map.read(node, report).map { CellChoice(values: $0) }
  }

  func check(_ table: TableSchema, _ report: InputReport) {
    for entry in values where !table.axes.contains(entry.key.value) {
      report.error(
        "table '\(table.name)' has no axis '\(entry.key.value)'", at: entry.key.place,
        help: table.axes.advice(for: entry.key.value))
    }
  }

  /// The axes of the one cell: the values chosen, the first value of the grid for the others.
  func axes(of grid: [Axis]) -> [Axis] {
    grid.map { axis in
      let chosen = values.first { $0.key.value == axis.name }?.value.value
      return Axis(axis.name, [chosen ?? axis.values[0]])
    }
  }

  var resolved: JSONValue {
    .object(values.map { .init($0.key.value, .number($0.value.value)) })
  }
}
