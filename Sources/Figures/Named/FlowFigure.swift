package import Support
import Tables

/// How many galaxies each cut leaves.
package struct FlowFigure: NamedFigure {
  package static let word = "flow"
  package static let summary = "how many each cut leaves, and how many it drops"
  package static let settings: [ObjectKey<Self>] = [
    .value("kind", \.kind, .word(of: ["galaxies", "points"], noun: "kind"), "what the cuts judge"),
    .optional("table", \.table, JSONType.string.located, "the table of cuts"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var kind = "galaxies"
  private var table: Located<String>?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard
      let cuts = setting.table(
        table, usual: TableName.cutFlow, with: ["rule", "kind", "before", "dropped", "after"],
        report)
    else { return nil }
    return .members([
      "name": .string(title), "table": .string(cuts.name),
      "title": "What the cuts leave",
      "where": .string("kind == '\(kind)'"),
      "mark": "bar", "y": "rule", "order": "step",
      "label": ["x": .string(kind)],
      "labels": "none",
      "layers": .list([
        ["x": "after", "text": "after"],
        [
          "x": ["after", "before"], "where": "dropped > 0", "paint": 2, "text": "-dropped",
        ],
      ]),
    ])
  }
}
