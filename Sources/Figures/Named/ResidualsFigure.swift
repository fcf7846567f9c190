package import Support
import Tables

/// What fits leave of all points, over the radius.
package struct ResidualsFigure: NamedFigure {
  package static let word = "residuals"
  package static let summary = "what fits leave of all points, over the radius"
  package static let settings: [ObjectKey<Self>] = [
    .value("y", \.y, .expression, "what is left"),
    .value("x", \.x, .expression, "over what"),
    .value(
      "models", \.models, JSONType.string.located.list.distinct("model").atMost(4),
      "which laws; all, at most four"),
    .optional("table", \.table, JSONType.string.located, "the table of curves"),
    .optional("where", \.condition, .expression, "which points"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var x = Expression(named: "radius") ?? .always
  private var y = Expression(named: "pull") ?? .always
  private var models: [Located<String>] = []
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard let curves = setting.table(table, usual: "curves", with: ["radius", "pull"], report)
    else { return nil }
    setting.check(models, in: "model", of: curves, "model", report)
    let parts = CurveParts(curves, setting, models: models.map(\.value), most: 4)
    let isPull = y.canonicalText == "pull"
    let isRadius = x.canonicalText == "radius"
    return .members([
      "name": .string(title),
      "size": parts.models.count > 2 ? "page" : nil,
      "table": .string(curves.name),
      "where": .all([
        models.isEmpty ? parts.limited : .condition("model", among: parts.models),
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "facet": "model",
      "x": .string(x.canonicalText), "y": .string(y.canonicalText),
      "scale": isRadius ? ["x": "log"] : nil,
      "domain": isPull ? ["y": [-8, 8]] : ["y": "symmetric"],
      "label": isPull ? ["y": "(*V*_{obs} − *V*)/σ"] : nil,
      "height": 120,
      "layers": [
        ["mark": "point", "paint": "ink3"],
        ["mark": "rule", "y": 0],
        ["mark": "band", "summary": "median", "paint": 2],
        [
          "mark": "point", "summary": "median", "spread": "resampled", "paint": 2,
          "called": "median",
        ],
      ],
    ])
  }
}
