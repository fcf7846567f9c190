import Figures
import Support
import Tables
import TestKit
import Testing

@Suite("Samples, bounds and places that figures tell", .limited)
struct SampleAndBoundTests {
  /// A scan over one axis, with the counts of its cells.
  private static func scan(_ counts: [Double]) -> TableSet {
    TableSet([
      MadeTables.table(
        "scan", axes: ["upsilon_disk"], keys: ["upsilon_disk"],
        MadeTables.numbers("upsilon_disk", "n", "loo_r2"),
        counts.enumerated().map { [0.2 + 0.1 * Double($0), $1, 0.9 + 0.01 * Double($0)] })
    ])
  }

  private static func heads(_ text: String, _ tables: TableSet) throws -> [String] {
    let scene = try #require(try MadeTables.scenes(text, from: tables).first)
    return scene.blocks[0]?.head.flatMap(\.left).map(\.text) ?? ["no block"]
  }

  @Test(arguments: [
    #""sensitivity""#,
    #"{"name": "f", "table": "scan", "mark": "point", "x": "upsilon_disk", "y": "loo_r2"}"#,
  ])
  func tellsSamplesThatDiffer(figure: String) throws {
    let remark = "*n* from 123 to 1,300: cells are judged on different samples"
    #expect(try Self.heads(figure, Self.scan([130, 1300, 123])).contains(remark))
    #expect(try !Self.heads(figure, Self.scan([130, 130, 130])).contains { $0.contains("*n*") })
  }

  @Test func countsThatAreShownAreNoRemark() throws {
    let figure = #"{"name": "f", "table": "scan", "mark": "line", "x": "upsilon_disk", "y": "n"}"#
    #expect(try Self.heads(figure, Self.scan([130, 123])) == [])
  }

  @Test func theBestCellIsAnOutlineInTheKeyToo() throws {
    let panel = try MadeTables.panel(#""sensitivity""#, from: Self.scan([9, 9, 9]))
    #expect(
      panel.keyEntries(withLines: false).map(\.sample) == [
        .outline(Paint(.ink, .solid, .square))
      ])
  }

  @Test func drawsThePublishedPlace() throws {
    let panel = try MadeTables.panel(
      #"{"figure": "sensitivity", "published": {"upsilon_disk": 0.75, "upsilon_bulge": 0.8}}"#)
    let entry = panel.key.first { $0.text == "published" }
    #expect(entry?.sample == .outline(Paint(.ink, .solid, .cross)))
    let line = try MadeTables.panel(
      #"{"figure": "sensitivity", "published": {"upsilon_disk": 0.35}}"#,
      from: Self.scan([9, 9, 9]))
    let rules = line.marks.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    #expect(rules.map(\.place) == [.x(0.35)])
    #expect(rules.map(\.label) == ["published"])
  }

  @Test func refusesAPublishedPlaceOffTheAxes() throws {
    let marked = MarkedText(
      #"{"figure": "sensitivity", "published": {⟨"upsilon_dis"⟩: 0.3}}"#, name: "figure")
    let report = InputReport()
    let node = try #require(JSONParser.parse(marked.source, report))
    let schemas = Self.scan([9, 9]).schemas
    FigureRequest.type.read(node, report)?.check(schemas, kept: schemas, report)
    #expect(
      Set(report.messages) == [
        "'upsilon_dis' is no axis of the figure", "'published' does not say its upsilon_disk",
      ])
    #expect(marked.places.allSatisfy(report.places.contains))
  }

  @Test func linesCountTheFitsOnABound() throws {
    let panel = try MadeTables.panel(#""chi2-cdf""#)
    let labels = panel.marks.compactMap { mark -> String? in
      if case .line(let line) = mark { line.label } else { nil }
    }
    #expect(labels == ["NFW, 1 of 3 on a bound", "Burkert"])
  }
}
