package import Support
import Tables

/// The curves of many galaxies under one law, each small.
package struct GalleryFigure: NamedFigure {
  package static let word = "gallery"
  package static let summary = "the fitted curves of all galaxies, small, on one page"
  package static let settings: [ObjectKey<Self>] = [
    .optional("model", \.model, JSONType.string.located, "which law; the first"),
    .optional("order", \.order, .expression, "what galaxies are sorted by; v_flat"),
    .optional("most", \.most, .integer(in: 1...10_000), "how many, evenly spread over the order"),
    .optional("where", \.condition, .expression, "which of them"),
    .optional("table", \.table, JSONType.string.located, "the table of curves"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var model: Located<String>?
  private var order: Expression?
  private var most: Int?
  private var condition: Expression?
  private var table: Located<String>?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard
      let curves = setting.table(table, usual: "curves", with: CurveParts.measured, report)
    else { return nil }
    setting.check(model.asList, in: "model", of: curves, "model", report)
    let parts = CurveParts(curves, setting, models: model.map(\.value).asList, most: 1)
    let hasFlat = TableNames(curves, setting.schemas).kind(of: "v_flat") != nil
    let sorted = order?.canonicalText ?? (hasFlat ? "v_flat" : nil)
    func line(_ column: String, _ paint: Int?, _ name: String) -> JSONValue {
      .members([
        "table": parts.fine.map { .string($0) }, "mark": "line", "y": .string(column),
        "paint": paint.map { .number(Double($0)) }, "called": .string(name),
      ])
    }
    let law = parts.models.first.map { ModelTitle.text($0) }
    let by = sorted.map { text in
      "by \(Expression(named: text).map { BlockMaker.symbol($0) } ?? text)"
    }
    return .members([
      "name": .string(title),
      "size": "page",
      "title": law.map { .string($0) },
      "subtitle": .string(
        ["*V* (km/s) against *R* (kpc)", by].compactMap(\.self).joined(separator: ", ")),
      "table": .string(curves.name),
      "where": .all([
        model == nil ? parts.limited : .condition("model", among: parts.models),
        condition.map { .string("(\($0.canonicalText))") },
      ]),
      "order": sorted.map { .string($0) },
      "facet": "galaxy",
      "most": most.map { .number(Double($0)) },
      "shared": false,
      "quality": parts.quality,
      "x": "radius",
      "label": ["x": "", "y": ""],
      "domain": ["x": [0, .null], "y": "zero"],
      "height": 50,
      "layers": .list([
        line("v_bary", 2, "baryons"),
        line("v_extra", 1, ModelTitle.extra(of: parts.models)),
        ["mark": "point", "y": "v_obs", "e_y": "e_v_obs"],
        line("v_model", nil, "total"),
      ]),
    ])
  }
}
