package import Support
import Tables

/// A quality over one or two axes of the grid, with the best cell and what is nearly as good.
package struct SensitivityFigure: NamedFigure {
  package static let word = "sensitivity"
  package static let summary = "a quality over the grid, its best cell, and what is nearly as good"
  package static let settings: [ObjectKey<Self>] = [
    .optional("table", \.table, JSONType.string.located, "the table with a row for each cell"),
    .value("quality", \.quality, .string, "which of its columns"),
    .value("goal", \.goal, .choice("goal"), "whether the maximum or the minimum is best"),
    .value(
      "within", \.within, .notNegative("a tolerance cannot be negative"),
      "what differs less from the best counts as nearly as good"),
    .optional("search", \.search, JSONType.string.located, "the table of an optimum between cells"),
    .optional("published", \.published, GridPlace.type.located, "the place that a paper gives"),
    .optional("where", \.condition, .expression, "which cells"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var table: Located<String>?
  private var quality = "loo_r2"
  private var goal = Goal.maximum
  private var within = 0.005
  private var search: Located<String>?
  private var published: Located<GridPlace>?
  private var condition: Expression?

  package init() {}

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    guard let scan = setting.table(table, usual: "scan", with: [quality], report) else {
      return nil
    }
    let axes = scan.axes.filter { !scan.constants.contains($0) }
    guard (1...2).contains(axes.count) else {
      report.error(
        "table '\(scan.name)' has \(axes.count.counted("axis", "axes")) with several values, and "
          + "the figure shows one or two", at: setting.place,
        help: "vary one or two quantities in 'grid'")
      return nil
    }
    published?.value.check(axes, "published", at: setting.place, report)
    let symbol = QuantitySymbol.text(quality)
    return axes.count == 2
      ? map(scan, axes, symbol, setting) : line(scan, axes[0], symbol, setting)
  }

  private func map(
    _ scan: TableSchema, _ axes: [String], _ symbol: String, _ setting: FigureSetting
  ) -> JSONValue {
    let other =
      search?.value
      ?? setting.schemas.all.first { schema in
        schema.name != scan.name && schema["objective"] != nil
          && axes.allSatisfy { schema[$0] != nil }
          && !schema.axes.contains(axes[0]) && schema[quality] != nil && schema["status"] != nil
      }?.name
    let isRatios = axes == ["upsilon_disk", "upsilon_bulge"]
    return .members([
      "name": .string(title),
      "title": .string("\(symbol) over the grid"),
      "remark": .string("outlined: within \(FigureNumber.short(within)) of the best"),
      "table": .string(scan.name),
      "where": condition.map { .string($0.canonicalText) },
      "x": .string(axes[0]), "y": .string(axes[1]), "colour": .string(quality),
      "goal": goal.resolved, "within": .number(within), "height": 186,
      "layers": .list([
        ["mark": "cell"],
        ["mark": "line", "summary": "within"],
        ["mark": "rule", "summary": "within"],
        ["mark": "point", "summary": "best", "called": "best cell"],
        other.map { name in
          [
            "mark": "point", "table": .string(name), "text": .string(quality), "paint": "ink",
            "called": "search",
          ]
        },
        published.flatMap { place in
          place.value[axes[0]].flatMap { x in
            place.value[axes[1]].map { y in
              [
                "mark": "point", "x": .number(x), "y": .number(y), "paint": "ink",
                "symbol": "'cross'", "called": "published",
              ]
            }
          }
        },
        isRatios
          ? [
            "mark": "point", "x": 0.5, "y": 0.7, "paint": "ink", "symbol": "'diamond'",
            "called": "usual",
          ] : nil,
      ]),
    ])
  }

  /// One axis: the quality as a line, with the ranges of bootstrap draws where there are some.
  private func line(
    _ scan: TableSchema, _ axis: String, _ symbol: String, _ setting: FigureSetting
  ) -> JSONValue {
    let draws = setting.schemas["\(scan.name).bootstrap"].flatMap { $0["p2_5"] == nil ? nil : $0 }
    func band(_ low: String, _ high: String, _ part: String) -> JSONValue? {
      draws.map { schema in
        [
          "mark": "band", "table": .string(schema.name), "y": [.string(low), .string(high)],
          "where": .string("column == '\(quality)'"), "paint": 1, "called": .string(part),
        ]
      }
    }
    return .members([
      "name": .string(title),
      "title": .string("\(symbol) over the grid"),
      "table": .string(scan.name),
      "where": condition.map { .string($0.canonicalText) },
      "x": .string(axis), "y": .string(quality),
      "goal": goal.resolved, "within": .number(within),
      "label": ["y": .string(symbol)],
      "layers": .list([
        published?.value[axis].map { x in
          ["mark": "rule", "x": .number(x), "paint": "ink2", "called": "published"]
        },
        band("p2_5", "p97_5", "95 %"), band("p16", "p84", "68 %"),
        ["mark": "line", "paint": 1],
        ["mark": "point", "paint": 1],
        [
          "mark": "point", "summary": "best", "colour": .string(quality), "called": "best",
        ],
      ]),
    ])
  }
}
