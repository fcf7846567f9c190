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
    let isOfGalaxies = kind == "galaxies"
    let names = isOfGalaxies ? Self.names(setting) : nil
    let results = isOfGalaxies ? Self.results(setting) : nil
    return .members([
      "name": .string(title), "table": .string(cuts.name),
      "title": "What the cuts leave",
      "where": .string("kind == '\(kind)'"),
      "mark": "bar", "y": "rule", "order": "step",
      "label": ["x": .string(kind)],
      "labels": results == nil ? "none" : "key",
      "layers": .list([
        [
          "y": .string(isOfGalaxies ? "'in the catalogue'" : "'in the curves'"), "order": "0",
          "x": "before", "text": "before",
          "summary": "best", "colour": "before", "goal": "maximum",
        ],
        ["x": "after", "where": "dropped > 0", "text": "after"],
        ["x": "after", "where": "dropped == 0", "text": "after", "paint": "ink3"],
        [
          "x": ["after", "before"], "where": "dropped > 0", "paint": 2, "text": "-dropped",
        ],
        [
          "x": ["after", "before"], "where": "dropped == 0", "paint": "ink2", "text": "'none'",
        ],
        names.map { name in
          ["mark": "text", "table": .string(name), "x": 0, "text": "galaxy"]
        },
        results.map { name in
          [
            "table": .string(name), "summary": "count", "y": "'how results ended'",
            "order": "1000000", "colour": "status",
          ]
        },
      ]),
    ])
  }

  /// The table that says which galaxies each rule dropped.
  private static func names(_ setting: FigureSetting) -> String? {
    guard let dropped = setting.schemas[TableName.dropped], dropped["rule"] != nil else {
      return nil
    }
    return dropped.name
  }

  /// The first table with a status for each galaxy, once each.
  private static func results(_ setting: FigureSetting) -> String? {
    setting.schemas.all.first { schema in
      let keys = schema.keys.filter { key in
        !schema.constants.contains(key) && schema.words(of: key).count != 1
      }
      guard keys == ["galaxy"], let statuses = schema["status"]?.vocabulary else { return false }
      return (2...Paint.most).contains(statuses.count)
    }?.name
  }
}
