package import Support
import Tables

/// Draws of several quantities: the density of each, and of each pair.
package struct CornerFigure: NamedFigure {
  package static let word = "corner"
  package static let summary = "draws of several quantities: each alone and in pairs"
  package static let settings: [ObjectKey<Self>] = [
    .value(
      "columns", \.columns, JSONType.string.located.list.distinct("column").atMost(8),
      "which columns; the first five"),
    .optional("table", \.table, JSONType.string.located, "the table of draws"),
    .optional("where", \.condition, .expression, "which draws"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var columns: [Located<String>] = []
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard
      let draws = setting.table(
        table, usual: "draws", with: columns.isEmpty ? ["draw"] : columns.map(\.value), report)
    else { return nil }
    let numbers = draws.valueColumns.filter { $0.kind == .real }.map(\.name)
    let shown = columns.isEmpty ? Array(numbers.prefix(5)) : columns.map(\.value)
    guard shown.count > 1 else {
      report.error(
        "the figure shows pairs, and table '\(draws.name)' has not two columns of numbers",
        at: setting.place)
      return nil
    }
    var blocks: [JSONValue] = []
    for row in shown.indices {
      for column in shown.indices {
        if column > row {
          blocks.append(.null)
          continue
        }
        let x = ExpressionNode.spelled(shown[column])
        var labels: [JSONValue.Member] = []
        if row < shown.count - 1 { labels.append(.init("x", "")) }
        if row == column || column > 0 { labels.append(.init("y", "")) }
        blocks.append(
          .members([
            "x": .string(x),
            "y": row == column ? nil : .string(ExpressionNode.spelled(shown[row])),
            "label": .object(labels),
            "facts": row == column ? ["median", "p16", "p84"] : nil,
            "layers": row == column ? Self.alone : Self.pair,
          ]))
      }
    }
    return .members([
      "name": .string(title), "table": .string(draws.name),
      "where": condition.map { .string($0.canonicalText) },
      "labels": "none", "height": .number(212 / Double(shown.count) - 5),
      "across": .number(Double(shown.count)),
      "blocks": .array(blocks),
    ])
  }

  private static let alone: JSONValue = [
    ["mark": "band", "summary": "density", "paint": 1],
    ["mark": "line", "summary": "density", "paint": 1],
  ]
  private static let pair: JSONValue = [
    ["mark": "line", "summary": "region", "paint": 1]
  ]
}
