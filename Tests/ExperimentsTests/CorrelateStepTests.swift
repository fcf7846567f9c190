import Numerics
import Support
import Tables
import TestKit
import Testing

@Suite("A correlation", .limited)
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
    #expect(pearson.header == "x n r p p_method reason")
    #expect(try pearson.only("n") == Double(row.x.count))
    // Around a million, 1e-10 of the scatter is lost before anything is computed.
    let digits = row.x.contains { $0 > 1e5 } ? 1e-9 : 1e-12
    #expect(try pearson.only("r").isNear(row.pearson, relative: digits, absolute: 1e-14))
    #expect(try pearson.only("p").isNear(row.pearsonProbability, relative: 1e3 * digits))
    let spearman = try Self.table(row.y, [row.x], #", "kind": "spearman""#)
    #expect(try spearman.only("r").isNear(row.spearman, relative: 1e-12, absolute: 1e-15))
    // scipy has t for any number of rows.
    let isExact = row.x.count <= SpearmanDistribution.most
    #expect(spearman.texts("p_method") == [isExact ? "exact" : "t"])
    let p =
      isExact
      ? SpearmanDistribution.twoSidedProbability(row.x, row.y) : row.spearmanProbability
    #expect(try spearman.only("p").isNear(try #require(p), relative: 1e-9))
    guard !row.controls.isEmpty else { return }
    let names = row.controls.indices.map { "\"x\($0 + 2)\"" }.joined(separator: ", ")
    let partial = try Self.table(row.y, [row.x] + row.controls, #", "controls": [\#(names)]"#)
    #expect(try partial.only("r").isNear(row.partial, relative: 1e-9, absolute: 1e-14))
    #expect(try partial.only("p").isNear(row.partialProbability, relative: 1e-7))
  }
}
