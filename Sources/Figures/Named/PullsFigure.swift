package import Support
import Tables

/// Residuals in units of their errors, against a normal distribution.
package struct PullsFigure: NamedFigure {
  package static let word = "pulls"
  package static let summary = "residuals in units of their errors, against a normal distribution"
  package static let settings: [ObjectKey<Self>] = [
    .value(
      "models", \.models, JSONType.string.located.list.distinct("model").atMost(6),
      "which laws; all, at most six"),
    .optional("table", \.table, JSONType.string.located, "the table of curves"),
    .optional("where", \.condition, .expression, "which points"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var models: [Located<String>] = []
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard let curves = setting.table(table, usual: "curves", with: ["pull", "model"], report)
    else { return nil }
    setting.check(models, in: "model", of: curves, "model", report)
    let parts = CurveParts(curves, setting, models: models.map(\.value), most: 6)
    return .members([
      "name": .string(title), "table": .string(curves.name),
      "where": .all([
        models.isEmpty ? parts.limited : .condition("model", among: parts.models),
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "remark": "the outermost bins hold all beyond; line: a normal distribution",
      "x": "pull",
      "label": ["x": "(*V*_{obs} − *V*)/σ", "y": "density"],
      "rows": "model", "height": 64, "facts": ["std"],
      "layers": [
        [
          "mark": "bar", "summary": "density", "paint": 1,
          "bins": .array((-10...10).map { .number(Double($0) / 2) }),
        ],
        ["function": "0.3989422804 * exp(-x^2 / 2)"],
      ],
    ])
  }
}
