package import Support
import Tables

/// Differences of an information criterion between two laws, with zones of strength.
package struct DeltaFigure: NamedFigure {
  package static let word = "delta-bic"
  package static let summary = "differences of BIC between two laws, a panel for each comparison"
  package static let settings: [ObjectKey<Self>] = [
    .value(
      "tables", \.tables, JSONType.string.located.list.distinct("table").atMost(6),
      "the tables of comparisons; all by the criterion, at most four"),
    .value("criterion", \.criterion, .string, "which difference: bic, map_bic, laplace, aicc"),
  ]

  package var figure = word
  package var name: Located<String>?
  private var tables: [Located<String>] = []
  private var criterion = "bic"

  package init() {}

  private static let edges: [Double] = [
    -1000, -500, -200, -100, -50, -20, -10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 20, 50, 100, 200,
    500, 1000,
  ]

  package func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue? {
    let comparisons = setting.schemas.all.filter { $0["verdict"] != nil && $0["count"] == nil }
    var column = "delta_\(criterion)"
    var chosen = comparisons.filter { $0[column] != nil }
    if chosen.isEmpty, criterion == "bic" {
      column = "delta_map_bic"
      chosen = comparisons.filter { $0[column] != nil }
    }
    if !tables.isEmpty {
      chosen = tables.compactMap { setting.table($0, usual: "", with: [column], report) }
    }
    guard !chosen.isEmpty else {
      report.error(
        "the figure needs a comparison with '\(column)', which the spec does not make",
        at: setting.place,
        help:
          #"add {"name": "nfw_or_burkert", "compare": "fits", "models": ["nfw", "burkert"]} to "#
          + "'analyses'")
      return nil
    }
    return [
      "name": .string(title),
      "bins": .array(Self.edges.map { .number($0) }),
      "mark": "bar", "x": .string(column),
      "scale": ["x": "symlog"],
      "remark": "outlined parts: a fit on a bound",
      "label": ["x": .string(QuantitySymbol.text(column)), "y": "galaxies per bin"],
      "labels": "counts", "height": 82,
      "panels": .array(
        chosen.prefix(tables.isEmpty ? 4 : 6).enumerated().map {
          panel($1, column, isFirst: $0 == 0)
        }),
    ]
  }

  private func panel(_ table: TableSchema, _ column: String, isFirst: Bool) -> JSONValue {
    let sides = Array(table.words(of: "verdict").prefix(2))
    let names = sides.count == 2 ? sides.map { ModelTitle.text($0) } : ["first", "second"]
    let zones: [JSONValue] = [2, 6, 10].flatMap { edge -> [JSONValue] in
      [
        ["mark": "band", "x": [-1000, .number(-Double(edge))]],
        ["mark": "band", "x": [.number(Double(edge)), 1000]],
      ]
    }
    return .members([
      "table": .string(table.name),
      "label": isFirst ? nil : ["y": ""],
      "layers": .array(
        zones + [
          ["where": .string("\(column) < -2"), "paint": 1, "called": .string(names[0])],
          [
            "where": .string("\(column) >= -2 and \(column) <= 2"), "paint": "ink3",
            "called": "within 2",
          ],
          ["where": .string("\(column) > 2"), "paint": 2, "called": .string(names[1])],
        ]),
    ])
  }
}
