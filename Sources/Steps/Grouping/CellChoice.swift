package import Support
import Tables

/// A cell named by the values of some axes; the others have their usual value.
package struct CellChoice: Resolvable {
  let values: [JSONType<Located<Double>>.Entry]

  static let type = JSONType<CellChoice>(
    schema: ["type": "object", "additionalProperties": ["type": "number"]],
    words: "object of axes with numbers"
  ) { node, report in
    JSONType<Double>.number.located.map.read(node, report).map { CellChoice(values: $0) }
  }

  func check(_ table: TableSchema, _ report: InputReport) {
    for entry in values where !table.axes.contains(entry.key.value) {
      report.error(
        "table '\(table.name)' has no axis '\(entry.key.value)'", at: entry.key.place,
        help: table.axes.advice(for: entry.key.value))
    }
    for entry in values where entry.key.value.hasPrefix("upsilon_") && entry.value.value <= 0 {
      report.error(
        "\(entry.key.value) is \(JSONValue.spelling(of: entry.value.value)): a mass-to-light ratio "
          + "is positive", at: entry.value.place)
    }
  }

  package var resolved: JSONValue {
    .object(
      values.sorted { $0.key.value < $1.key.value }
        .map { .init($0.key.value, .number($0.value.value)) })
  }
}
