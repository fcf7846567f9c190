import Plans
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

@Suite("The table of intervals", .limited)
struct IntervalTableTests {
  private static let spec = MadeUp.spec(
    #""bounds": {"linear": {"omega": [0, 50]}}"#, models: #"["linear", "rational-taper"]"#)

  private static func plan(_ intervals: String) throws -> Plan {
    try MadeUp.plan(
      spec.replacing(
        #""model": {"fit""#, with: #""model": {\#(intervals)"fit""#))
  }

  /// The results of a plan that is computed on the spot.
  private static func results(_ plan: Plan) -> RunResults {
    plan.results(
      from: plan.computations.map { computation in
        [Double](unsafeUninitializedCapacity: computation.unitCount * computation.recordWidth) {
          buffer, count in
          computation.compute(0..<computation.unitCount, into: buffer)
          count = buffer.count
        }
      })
  }

  private static func words(_ table: Table, _ column: String) throws -> [String] {
    let index = try #require(table.schema.index(of: column))
    return (0..<table.rowCount).map { table.text(row: $0, column: index) }
  }

  @Test func isMadeOnRequest() throws {
    let without = try Self.plan("")
    #expect(without.schemas["intervals"] == nil && without.schemas["correlations"] == nil)
    #expect(without.spec.resolved["model"]?["intervals"] == nil)
    let off = try Self.plan(#""intervals": false, "#)
    #expect(off.identity == without.identity)
    let plan = try Self.plan(#""intervals": true, "#)
    #expect(plan.spec.resolved["model"]?["intervals"] == true)
    #expect(plan.identity != without.identity)
    let results = Self.results(plan)
    for name in ["intervals", "correlations"] {
      #expect(results.tables[name]?.schema == plan.schemas[name])
    }
    // The other tables say the same as without.
    let (fits, plain) = (results.tables["fits"], Self.results(without).tables["fits"])
    for column in try #require(plain).schema.columns.map(\.name) {
      #expect(fits?[column]?.map(\.bitPattern) == plain?[column]?.map(\.bitPattern))
    }
  }

  @Test func hasARowForEachFreeQuantityOfEachFit() throws {
    let results = Self.results(try Self.plan(#""intervals": true, "#))
    let table = try #require(results.tables["intervals"])
    #expect(
      table.header
        == "upsilon_disk upsilon_bulge upsilon_gas galaxy model parameter value lower1 upper1 "
        + "lower2 upper2 lower_end upper_end")
    // Gamma has two points: enough for the linear term, too few for the taper.
    #expect(
      try Self.words(table, "galaxy")
        == ["Alpha", "Alpha", "Alpha", "Beta", "Beta", "Beta", "Gamma"])
    #expect(
      try Self.words(table, "parameter")
        == ["omega", "omega", "r_t", "omega", "omega", "r_t", "omega"])
    // Alpha grows by (10 − 5/√2) km/s a point of 1 kpc: weights 1/n² of radii n give Σ = 6.
    let omega = 10 - 5 * (0.5).squareRoot()
    #expect(table.only("value", row: 0).isNear(omega, relative: 1e-12))
    #expect(table.only("upper1", row: 0).isNear(omega + 1 / (6.0).squareRoot(), relative: 1e-6))
    #expect(table.only("lower2", row: 0).isNear(omega - 2 / (6.0).squareRoot(), relative: 1e-6))
    #expect(try Self.words(table, "lower_end")[0] == "closed")
    // A curve that is a straight line wants no taper: its scale ends at the upper bound.
    #expect(try Self.words(table, "upper_end")[2] == "open")
    #expect(table.only("upper1", row: 2).isNaN && !table.only("lower1", row: 2).isNaN)
  }

  @Test func tellsOfIntervalsThatLeanToOneSide() throws {
    let even = try MadeUp.plan(MadeUp.spec(models: #"["linear"], "intervals": true"#))
    #expect(!Self.results(even).warnings.contains { $0.contains("sides that differ") })
    let noisy = try MadeUp.plan(
      MadeUp.spec(
        #""priors": {"upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.3}}}"#,
        models: #"["linear"], "intervals": true"#))
    #expect(
      Self.results(noisy).warnings.contains {
        $0.contains("closed intervals have sides that differ by more than half")
      })
  }
}

extension Table {
  fileprivate func only(_ column: String, row: Int) -> Double { values(column)[row] }
}
