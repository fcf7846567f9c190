import Foundation
import Plans
import Records
import Reports
import Specs
import Support
import Tables
import Testing

/// A small run made by hand, with names that a careless writer breaks.
enum Samples {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// Words that are markup, or end an element of a script.
  static let nasty = "<b>&\"'</script><!--"

  static func manifest() throws -> Manifest {
    let file = root.appending(path: "Tests/Golden/tiny-manifest.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let source = SourceText(name: "manifest.json", text: text)
    return try #require(Manifest.format.record(of: source, InputReport()))
  }

  static let specText = """
    {
      "upsilon": 1,
      "name": "tiny",
      "question": "Is <b>1 & 1</b> two?",
      "source": "Lelli, McGaugh & Schombert 2016, AJ 152, 157, doi 10.3847/0004-6256/152/6/157",
      "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
      "model": { "fit": ["linear", "burkert"] },
      "expect": [
        { "table": "fits", "statistic": "count", "equals": 40, "source": "two laws" },
        { "table": "fits", "column": "chi2", "statistic": "max", "at_most": 1 },
        { "table": "fits", "column": "chi2", "statistic": "min", "equals": 0.5, "within": 5e-05 }
      ]
    }
    """

  static func spec() throws -> ExperimentSpec {
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: "spec.json", text: specText), report)
    let spec = node.flatMap { ExperimentSpec($0, report) }
    try report.check()
    return try #require(spec)
  }

  /// Fits of galaxies of which the first has a nasty name and lies on a bound, and one is refused.
  static func fits(galaxies count: Int) -> Table {
    let names = [nasty] + (1..<count).map { "G\($0)" }
    let models = ["linear", "burkert"]
    let rows = (0..<(2 * count)).map { row -> [Double] in
      let status: Double = row < 2 ? 1 : row == 5 ? 2 : 0
      return [
        Double(row / 2), Double(row % 2), status, row < 2 ? 0 : .nan, row == 5 ? 0 : .nan,
        row == 5 ? .nan : 0.5 + Double(row), 1e-7 * Double(row),
      ]
    }
    return Table(
      TableSchema(
        "fits", axes: [], keys: ["galaxy", "model"],
        columns: [
          ColumnSchema("galaxy", .word(names), "name of the galaxy"),
          ColumnSchema("model", .word(models), "law"),
          ColumnSchema("status", .word(["interior", "at_bound", "refused"]), "how it turned out"),
          ColumnSchema("bound", .word(["omega upper"]), "which bound"),
          ColumnSchema("reason", .word(["too <few> points"]), "why there is none"),
          ColumnSchema("chi2", "sum of squares"),
          ColumnSchema("small", unit: "km / s", "a small number"),
        ]), rows: rows)
  }

  /// Curves of one galaxy under two laws.
  static let curves = Table(
    TableSchema(
      "curves", axes: [], keys: ["galaxy", "model", "radius"],
      columns: [
        ColumnSchema("galaxy", .word([nasty]), "name of the galaxy"),
        ColumnSchema("model", .word(["linear", "burkert"]), "law"),
        ColumnSchema("radius", unit: "kpc", "radius"),
        ColumnSchema("v_obs", unit: "km / s", "observed"),
        ColumnSchema("e_v_obs", unit: "km / s", "error"),
        ColumnSchema("v_model", unit: "km / s", "of the law"),
        ColumnSchema("pull", "residual over error"),
      ]),
    rows: [
      [0, 0, 1, 50, 2, 51, -0.5], [0, 0, 2, 70.123456, 2, 71, -0.5],
      [0, 1, 1, 50, 2, 49, 0.5], [0, 1, 2, 70.123456, 2, 69, 0.5],
    ])

  static func subject(
    galaxies: Int, curves: Table?, moves: ReportMoves?, figures: [ReportFigure]
  ) throws -> ReportSubject {
    let (spec, tables) = (try spec(), TableSet([fits(galaxies: galaxies)]))
    let manifest = try manifest()
    return ReportSubject(
      name: "tiny", manifest: manifest, spec: spec.resolved,
      origin: ViewOrigin(
        identity: manifest.identity.description, manifest: String(repeating: "a", count: 64)),
      dataset: nil, tables: tables,
      expectations: spec.expectations.map { ExpectationOutcome($0, tables) }, answer: nil,
      figures: figures, curves: curves, moves: moves, omissions: ["a <note> of what is missing"])
  }

  static func page(
    galaxies: Int = 20, curves: Table? = curves, moves: ReportMoves? = nil,
    figures: [ReportFigure] = []
  ) throws -> String {
    let subject = try subject(
      galaxies: galaxies, curves: curves, moves: moves, figures: figures)
    return String(decoding: RunReportPage(subject).bytes, as: UTF8.self)
  }
}
