import Galaxies
import Plans
import Specs
import Support
import Tables

/// The page of the columns of tables, from the schemas of a spec that has them all.
enum ColumnPage {
  static var page: ReferencePage {
    ReferencePage(
      name: "ColumnReference", title: "Columns",
      summary: "The columns of every table that does not depend on the steps of a spec.",
      blocks: [
        .paragraph(
          "Tables and columns are those of the spec below; the axes of a grid, the quantities of "
            + "other laws and what is free change with the spec. Keys come first and tell rows "
            + "apart. Tables of steps follow from the tables that they read."),
        .lines(spec.split(separator: "\n").map(String.init)),
        .heading("Points"),
        .paragraph("What rules over points may name; the files of a dataset use the same names."),
        points,
      ] + schemas.flatMap(blocks))
  }

  /// The columns of points, as data files and rules name them.
  private static var points: ReferenceBlock {
    .table(
      head: ["column", "unit", "meaning"],
      rows: PointColumn.all.map { [MarkdownText.code($0.name), $0.unit, $0.summary] })
  }

  /// The tables by their names, each with its columns; data files have those of `galaxies` and of
  /// `points`.
  static var tables: [(name: String, blocks: [ReferenceBlock])] {
    schemas.map { schema in
      let isPoints = schema.name == "points"
      let data = isPoints ? [ReferenceBlock.heading("Points of data files"), points] : []
      return (schema.name, data + blocks(of: schema))
    }
  }

  /// A spec with every kind of table.
  private static let spec = """
    {
      "upsilon": 1, "name": "columns", "dataset": "mock",
      "model": { "fit": ["rational-taper"], "offset": {} },
      "bounds": { "r_t": [0.1, "5 * r_max"] },
      "priors": { "rational-taper": { "omega": { "normal": { "mean": 20, "sigma": 10 } } } },
      "analyses": [{ "name": "points", "points": { "upsilon_disk": 0.5 } },
        { "name": "curves", "curves": "fits" }]
    }
    """

  private static var schemas: [TableSchema] {
    let report = InputReport()
    let source = SourceText(name: "columns.json", bytes: Array(spec.utf8))
    guard let node = JSONParser.parse(source, report),
      let spec = ExperimentSpec.checked(node, report)
    else { return [] }
    let dataset = MockSample(seed: 1, galaxies: 1).dataset
    return Plan.schemas(of: spec, dataset, report).all
      + [ComponentTable.schema(nil), ComponentMassTable.schema(nil)]
  }

  private static func blocks(of table: TableSchema) -> [ReferenceBlock] {
    [
      .heading("Table \(table.name)"),
      .table(
        head: ["column", "kind", "unit", "meaning"],
        rows: table.columns.map { column in
          [
            MarkdownText.code(column.name) + (table.keys.contains(column.name) ? " (key)" : ""),
            kind(of: column), column.unit, column.summary + words(of: column),
          ]
        }),
    ]
  }

  private static func kind(of column: ColumnSchema) -> String {
    switch column.kind {
    case .real: "number"
    case .integer: "whole number"
    case .flag: "true or false"
    case .word: "word"
    }
  }

  /// The words that a column may hold, where they do not depend on the data.
  private static func words(of column: ColumnSchema) -> String {
    guard let words = column.vocabulary, column.name != "galaxy", !words.isEmpty else { return "" }
    return ": \(MarkdownText.codes(words))"
  }
}
