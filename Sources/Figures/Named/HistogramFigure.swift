package import Support
import Tables

/// How often values occur, a panel for each law.
package struct HistogramFigure: NamedFigure {
  package static let word = "histogram"
  package static let summary = "how often the values of a column occur"
  package static let settings: [ObjectKey<Self>] = [
    .optional("column", \.column, .expression, "which column, or an expression"),
    .optional("table", \.table, JSONType.string.located, "the table; fits"),
    .optional("by", \.by, JSONType.string.located, "a panel for each of its values; model"),
    .optional("where", \.condition, .expression, "which rows"),
    .value("bins", \.bins, Bins.type, "how many, their edges, or {\"width\": 0.1}"),
    .value("scale", \.scale, .choice("scale"), "linear or log"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var column: Expression?
  private var table: Located<String>?
  private var by: Located<String>?
  private var condition: Expression?
  private var bins = Bins.count(20)
  private var scale = ScaleKind.linear

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    let needed = column.map { $0.names.filter { !$0.contains(".") } } ?? ["chi2_reduced"]
    guard
      let rows = setting.table(
        table, usual: TableName.fits, with: table == nil ? needed : [], report)
    else {
      return nil
    }
    let first = rows.valueColumns.first { rows["e_\($0.name)"] != nil } ?? rows.valueColumns.first
    guard let shown = column?.canonicalText ?? first?.name else {
      report.error(
        "table '\(rows.name)' has no column to show", at: setting.place,
        help: "name one as 'column'")
      return nil
    }
    let panel = by?.value ?? (rows.keys.contains("model") ? "model" : nil)
    return .members([
      "name": .string(title), "table": .string(rows.name),
      "where": condition.map { .string($0.canonicalText) },
      "x": .string(shown), "mark": "bar", "bins": bins.resolved, "paint": 1,
      "scale": scale == .linear ? nil : ["x": scale.resolved],
      "rows": panel.map { .string($0) }, "height": panel == nil ? 110 : 64,
    ])
  }
}
