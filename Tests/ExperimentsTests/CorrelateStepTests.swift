import Support
import Tables
import TestKit
import Testing

@Suite("A correlation")
struct CorrelateStepTests {
  /// Scipy's correlations, from `Tests/Reference/correlation.json`.
  struct Reference: Decodable {
    struct Row: Decodable, Sendable, CustomTestStringConvertible {
      let x: [Double]
      let y: [Double]
      let controls: [[Double]]
      let pearson: Double
      let pearsonProbability: Double
      let spearman: Double
      let spearmanProbability: Double
      let partial: Double
      let partialProbability: Double

      var testDescription: String { "\(x.count) rows, \(controls.count) controls" }
    }

    let correlations: [Row]
  }

  static let rows =
    (try? ReferenceFile.read("correlation.json", as: Reference.self).correlations) ?? []

  private static func table(_ y: [Double], _ terms: [[Double]], _ more: String = "") throws -> Table
  {
    try Reading.table(
      #""correlate": "rows", "x": ["x1"], "y": "y"\#(more)"#,
      from: [RegressReference.table(y, terms)])
  }

  @Test func hasItsReference() {
    #expect(Self.rows.count > 3)
  }

  @Test(arguments: rows)
  func agreesWithScipy(_ row: Reference.Row) throws {
    let pearson = try Self.table(row.y, [row.x])
    #expect(pearson.header == "x n r p reason")
    #expect(try pearson.only("n") == Double(row.x.count))
    // Around a million, 1e-10 of the scatter is lost before anything is computed.
    let digits = row.x.contains { $0 > 1e5 } ? 1e-9 : 1e-12
    #expect(try pearson.only("r").isNear(row.pearson, relative: digits, absolute: 1e-14))
    #expect(try pearson.only("p").isNear(row.pearsonProbability, relative: 1e3 * digits))
    let spearman = try Self.table(row.y, [row.x], #", "kind": "spearman""#)
    #expect(try spearman.only("r").isNear(row.spearman, relative: 1e-12, absolute: 1e-15))
    #expect(try spearman.only("p").isNear(row.spearmanProbability, relative: 1e-9))
    guard !row.controls.isEmpty else { return }
    let names = row.controls.indices.map { "\"x\($0 + 2)\"" }.joined(separator: ", ")
    let partial = try Self.table(row.y, [row.x] + row.controls, #", "controls": [\#(names)]"#)
    #expect(try partial.only("r").isNear(row.partial, relative: 1e-9, absolute: 1e-14))
    #expect(try partial.only("p").isNear(row.partialProbability, relative: 1e-7))
  }

  @Test func hasARowForEachOfSeveral() throws {
    let table = try Reading.table(
      #""correlate": "rows", "x": ["x1", "-x1", "x1^2"], "y": "y""#,
      from: [RegressReference.table([1, 2, 4, 3], [[1, 2, 3, 5]])])
    #expect(table.texts("x") == ["x1", "-x1", "x1^2"])
    let r = try #require(table["r"])
    #expect(r[0] == -r[1])
    #expect(r[2] != r[0])
  }

  @Test func leavesOutWhatIsMissing() throws {
    let table = try Self.table([1, .nan, 3, 2, 5], [[1, 2, 3, .infinity, 4]])
    #expect(try table.only("n") == 3)
    let some = try Self.table([1, 2, 3, 9], [[1, 2, 3, -9]], #", "where": "y < 5""#)
    #expect(try some.only("n") == 3)
    #expect(try some.only("r").isNear(1))
  }

  /// Why there is no coefficient; the coefficient and its probability are missing then.
  private static func reason(_ y: [Double], _ terms: [[Double]], _ more: String = "") throws
    -> String
  {
    let table = try table(y, terms, more)
    #expect(try table.only("r").isNaN && table.only("p").isNaN)
    return try #require(table.texts("reason").first)
  }

  @Test func hasAReasonWhereThereIsNone() throws {
    let constant = "a list is constant, or the controls leave nothing of it"
    #expect(try Self.reason([1, 2, 3, 4], [[0.1, 0.1, 0.1, 0.1]]) == constant)
    #expect(try Self.reason([0.1, 0.1, 0.1], [[1, 2, 3]]) == constant)
    #expect(try Self.reason([], [[]]) == "too few rows")
    #expect(
      try Self.reason(
        [1, 5, 2, 7, 3], [[1, 2, 3, 4, 5], [2, 4, 6, 8, 10.0]], #", "controls": ["x2"]"#)
        == constant)
    #expect(
      try Self.reason(
        [1, 5, 2, 7, 3, 9], [[1, 2, 3, 5, 5, 1], [2, 4, 6, 9, 10, 1]],
        #", "controls": ["x2", "2 * x2 + 1"]"#)
        == "control 2 * x2 + 1 depends on those before it")
    #expect(
      try Self.reason([1, 5, 2], [[1, 2, 4], [2, 4, 9]], #", "controls": ["x2"]"#)
        == "too few rows")
  }

  @Test func isMadeInGroups() throws {
    let table = try Self.table(
      [1, 2, 3, 3, 2, 1], [[1, 2, 3, 4, 5, 6]],
      #", "by": {"side": {"low": "x1 < 4", "high": "true", "none": "true"}}"#)
    #expect(table.header == "side x n r p reason")
    #expect(table.texts("side") == ["low", "high", "none"])
    #expect(table["n"] == [3, 3, 0])
    #expect(table["r"]?[0].isNear(1) == true)
    #expect(table["r"]?[1].isNear(-1) == true)
    #expect(table.texts("reason")[2] == "too few rows")
  }
}
