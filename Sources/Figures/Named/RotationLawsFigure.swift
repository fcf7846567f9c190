package import Support
import Tables

/// One set of points under several laws, and a strip of residuals for each, the best first.
package struct RotationLawsFigure: NamedFigure {
  package static let word = "rotation-laws"
  package static let summary = "one curve under several laws, with residuals for each"
  package static let settings: [ObjectKey<Self>] = [
    .optional("galaxy", \.galaxy, JSONType.string.located, "which galaxy; a figure for each of 12"),
    .value(
      "models", \.models, JSONType.string.located.list.distinct("model").atMost(6),
      "which laws; all, at most six"),
    .optional("table", \.table, JSONType.string.located, "the table of curves"),
    .optional(
      "where", \.condition, .expression, "which cells of the grid, where there are several"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var galaxy: Located<String>?
  private var models: [Located<String>] = []
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard let curves = setting.table(table, usual: "curves", with: CurveParts.measured, report)
    else { return nil }
    setting.check(galaxy.asList, in: "galaxy", of: curves, "galaxy", report)
    setting.check(models, in: "model", of: curves, "model", report)
    let moving = ["distance", "inclination"].filter { name in
      setting.schemas[TableName.fits]?["e_\(name)"] != nil
    }
    if let first = moving.first {
      report.error(
        "each law has its own '\(first)', which moves the points of the curve", at: setting.place,
        help: "use \"rotation-curve\", which draws laws side by side")
      return nil
    }
    let parts = CurveParts(curves, setting, models: models.map(\.value), most: 6)
    let fine = parts.fine.map { JSONValue.string($0) }
    let one = parts.models.first.flatMap { JSONValue.condition("model", among: [$0]) }
    return .members([
      "name": .string(title),
      "subtitle": .string(parts.models.count.counted("law", "laws")),
      "table": .string(curves.name),
      "where": .all([
        galaxy.flatMap { .condition("galaxy", among: [$0.value]) },
        models.isEmpty ? parts.limited : .condition("model", among: parts.models),
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "order": parts.quality,
      "pages": "galaxy",
      "quality": parts.quality,
      "x": "radius",
      "label": ["x": "*R* (kpc)"],
      "domain": ["x": [0, .null]],
      "panels": [
        [
          "height": 128, "label": ["y": "*V* (km/s)"], "domain": ["y": "zero"],
          "labels": "beside",
          "layers": [
            .members(["mark": "point", "y": "v_obs", "e_y": "e_v_obs", "where": one]),
            .members([
              "mark": "line", "table": fine, "y": "v_bary", "paint": "ink3", "where": one,
              "called": "baryons",
            ]),
            .members(["mark": "line", "table": fine, "y": "v_model", "colour": "model"]),
          ],
        ],
        [
          "rows": "model", "height": 26, "labels": "none",
          "label": ["y": "*V*_{obs} − *V* (km/s), the best law first"],
          "domain": ["y": "symmetric"],
          "layers": [
            ["mark": "rule", "y": 0, "colour": "model"],
            ["mark": "point", "y": "residual", "e_y": "e_v_obs"],
          ],
        ],
      ],
    ])
  }
}
