package import Support
import Tables

/// Mass of stars and gas against the flat speed.
package struct TullyFisherFigure: NamedFigure {
  package static let word = "btfr"
  package static let summary = "the baryonic Tully–Fisher relation: mass against flat speed"
  package static let settings: [ObjectKey<Self>] = [
    .value("upsilon", \.upsilon, .positive, "the mass-to-light ratio of all stars"),
    .optional("table", \.table, JSONType.string.located, "the table of galaxies"),
    .optional("where", \.condition, .expression, "which of them"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var upsilon = 0.5
  private var table: Located<String>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard
      let galaxies = setting.table(
        table, usual: TableName.galaxies, with: ["v_flat", "luminosity", "m_hi"], report)
    else { return nil }
    let ratio = JSONValue.spelling(of: upsilon)
    let hasError = galaxies["e_v_flat"] != nil
    let usable = "v_flat > 0"
    return .members([
      "name": .string(title),
      "remark": .string("Υ = \(FigureNumber.short(upsilon)), gas = 1.33 *M*_{HI}"),
      "table": .string(galaxies.name),
      "where": .string(condition.map { "(\($0.canonicalText)) and \(usable)" } ?? usable),
      "x": "v_flat",
      "y": .string("1e9 * (\(ratio) * luminosity + 1.33 * m_hi)"),
      "scale": ["x": "log", "y": "log"],
      "label": ["x": "*V*_{flat} (km/s)", "y": "*M*_{bar} (*M*_{sun})"],
      "height": 190,
      "layers": [
        .members(["mark": "point", "e_x": hasError ? "e_v_flat" : nil]),
        [
          "function": "47 * x^4", "paint": 1, "called": "47 *V*^{4} (McGaugh 2012)",
        ],
      ],
    ])
  }
}
