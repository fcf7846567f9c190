package import Support
import Tables

/// The radial acceleration relation: all points as a density, their running median, the relation,
/// and what is left.
package struct RelationFigure: NamedFigure {
  package static let word = "rar"
  package static let summary = "the radial acceleration relation, with the running median"
  package static let settings: [ObjectKey<Self>] = [
    .optional("table", \.table, JSONType.string.located, "the table of points"),
    .optional("where", \.condition, .expression, "which points"),
    .value("g_dagger", \.scale, .positive, "the acceleration of the relation, m/s²"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var table: Located<String>?
  private var condition: Expression?
  private var scale = 1.2e-10

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard
      let points = setting.table(table, usual: "points", with: ["g_bar", "g_obs"], report)
    else { return nil }
    let text = JSONValue.spelling(of: scale)
    let relation = "x / (1 - exp(-sqrt(x / \(text))))"
    let predicted =
      points["g_rar"] != nil ? "g_rar" : "(g_bar / (1 - exp(-sqrt(g_bar / \(text)))))"
    let residual = "log10(g_obs) - log10(\(predicted))"
    let number = FigureNumber.short(scale)
    return [
      "name": .string(title),
      "table": .string(points.name),
      "where": .string(condition.map { "(\($0.canonicalText)) and \(Self.usable)" } ?? Self.usable),
      "x": "g_bar",
      "scale": ["x": "log"],
      "label": ["x": "*g*_{bar} (m/s^{2})"],
      "bins": ["width": 0.25],
      "panels": [
        [
          "y": "g_obs", "scale": ["y": "log"], "height": "equal",
          "label": ["y": "*g*_{obs} (m/s^{2})"],
          "layers": [
            ["mark": "density", "bins": ["width": 0.08]],
            ["function": "x", "paint": "ink2", "called": "1 : 1"],
            [
              "function": .string(relation),
              "called": .string("relation, *g*_{†} = \(number) m/s^{2}"),
            ],
            ["mark": "point", "summary": "median", "paint": 2],
          ],
        ],
        [
          "y": .string(residual), "height": 52, "facts": ["rms"],
          "domain": ["y": [-0.4, 0.4]],
          "label": ["y": "log *g*_{obs} − log *g*_{relation} (dex)"],
          "labels": "none",
          "note": "bars: error of the median, by resampling galaxies",
          "layers": [
            ["mark": "band", "summary": "median", "paint": 2],
            ["mark": "rule", "y": 0],
            ["mark": "point", "summary": "median", "spread": "resampled", "paint": 2],
          ],
        ],
      ],
    ]
  }

  private static let usable = "g_bar > 0 and g_obs > 0"
}
