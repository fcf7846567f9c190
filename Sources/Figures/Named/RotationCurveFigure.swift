import Models
package import Support
import Tables

/// Measured speeds of one galaxy with a fitted law and its parts, and the residuals below.
package struct RotationCurveFigure: NamedFigure {
  package static let word = "rotation-curve"
  package static let summary = "speeds of a galaxy with fitted laws, their parts, and residuals"
  package static let settings: [ObjectKey<Self>] = [
    .optional("galaxy", \.galaxy, JSONType.string.located, "which galaxy; a figure for each of 12"),
    .value(
      "models", \.models, JSONType.string.located.list.distinct("model").atMost(4),
      "which laws, side by side; all, at most four"),
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
    guard
      let curves = setting.table(
        table, usual: "curves", with: CurveParts.measured, report)
    else { return nil }
    setting.check(galaxy.asList, in: "galaxy", of: curves, "galaxy", report)
    setting.check(models, in: "model", of: curves, "model", report)
    let parts = CurveParts(curves, setting, models: models.map(\.value), most: 4)
    let wanted = parts.models
    // A figure of several columns needs a page from three on.
    let isPage = wanted.count > 2
    let fine = parts.fine
    func line(_ column: String, _ paint: Int?, _ name: String?, _ condition: String?) -> JSONValue {
      .members([
        "table": fine.map { .string($0) }, "mark": "line", "y": .string(column),
        "where": condition.map { .string($0) },
        "paint": paint.map { .number(Double($0)) }, "called": name.map { .string($0) },
      ])
    }
    return .members([
      "name": .string(title),
      "size": isPage ? "page" : nil,
      "table": .string(curves.name),
      "where": .all([
        galaxy.flatMap { .condition("galaxy", among: [$0.value]) },
        models.isEmpty ? parts.limited : .condition("model", among: wanted),
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "order": .order("model", as: models.map(\.value)),
      "pages": "galaxy",
      "facet": "model",
      "quality": parts.quality,
      "values": parts.values,
      "x": "radius",
      "label": ["x": "*R* (kpc)"],
      "domain": ["x": [0, .null]],
      "panels": [
        .members([
          "height": 132, "label": ["y": "*V* (km/s)"], "domain": ["y": "zero"],
          "layers": .list([
            line("v_gas", 3, "gas", nil),
            line("v_bulge", 4, "bulge", "v_bulge != 0"),
            line("v_disk", 2, "disk", nil),
            line("v_extra", 1, ModelTitle.extra(of: wanted), nil),
            line("v_model", nil, "total", nil),
            ["mark": "point", "y": "v_obs", "e_y": "e_v_obs"],
          ]),
        ]),
        [
          "height": 38, "label": ["y": "*V*_{obs} − *V* (km/s)"], "domain": ["y": "symmetric"],
          "layers": [
            ["mark": "rule", "y": 0],
            ["mark": "point", "y": "residual", "e_y": "e_v_obs"],
          ],
        ],
      ],
    ])
  }
}
