package import Support
import Tables

/// One value with its error for each galaxy, sorted.
package struct ForestFigure: NamedFigure {
  package static let word = "forest"
  package static let summary = "one value with its error for each galaxy, sorted"
  package static let settings: [ObjectKey<Self>] = [
    .optional("column", \.column, JSONType.string.located, "which column; its error is e_…"),
    .optional("low", \.low, .expression, "the lower end of its range, in place of an error"),
    .optional("high", \.high, .expression, "the upper end"),
    .optional("table", \.table, JSONType.string.located, "the table; fits"),
    .optional("model", \.model, JSONType.string.located, "which law, where there are several"),
    .optional("where", \.condition, .expression, "which rows"),
    .value("most", \.most, .integer(in: 1...1000), "how many, evenly spread over the order"),
    .value("scale", \.scale, .choice("scale"), "linear or log"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var column: Located<String>?
  private var low: Expression?
  private var high: Expression?
  private var table: Located<String>?
  private var model: Located<String>?
  private var condition: Expression?
  private var most = 40
  private var scale = ScaleKind.log

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    let usual = table == nil ? ["chi2_reduced"] : []
    let needed = ["galaxy"] + (column.map { [$0.value] } ?? usual)
    guard let rows = setting.table(table, usual: TableName.fits, with: needed, report) else {
      return nil
    }
    setting.check(model.asList, in: "model", of: rows, "model", report)
    let first = rows.valueColumns.first { rows["e_\($0.name)"] != nil }
    guard let shown = column?.value ?? first?.name else {
      report.error(
        "table '\(rows.name)' has no column with an error", at: setting.place,
        help: "name one as 'column'")
      return nil
    }
    let text = ExpressionNode.spelled(shown)
    let models = rows.words(of: "model")
    let law = model?.value ?? (models.count > 1 ? models.first : nil)
    let error: JSONValue? =
      if let low, let high {
        .array([.string(low.canonicalText), .string(high.canonicalText)])
      } else {
        rows["e_\(shown)"] == nil ? nil : .string(ExpressionNode.spelled("e_\(shown)"))
      }
    return .members([
      "name": .string(title), "table": .string(rows.name),
      "title": .string(QuantitySymbol.text(shown)),
      "subtitle": law.map { .string(ModelTitle.text($0)) },
      "where": .all([
        .string(scale == .log ? "\(text) > 0" : "not missing(\(text))"),
        law.flatMap { .condition("model", among: [$0]) },
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "x": .string(text), "y": "galaxy", "e_x": error, "order": .string("-\(text)"),
      "most": .number(Double(most)),
      "scale": scale == .linear ? nil : ["x": scale.resolved],
      "layers": [
        ["mark": "rule", "summary": "median"],
        ["mark": "point"],
        ["mark": "text", "text": .string(text)],
      ],
    ])
  }
}
