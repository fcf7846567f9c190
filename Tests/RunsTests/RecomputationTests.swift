import Plans
import Runs
import Support
import Tables
import TestKit
import Testing

@Suite("Recomputation of a run", .limited)
struct RecomputationTests {
  private let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  private func recompute(
    _ plan: Plan, _ share: RecomputedShare, of run: StoredRun? = nil
  ) throws -> Recomputation {
    try Recomputation(
      of: try run ?? tiny.run(plan).run, plan, share, jobs: 2, cancellation: Cancellation()
    ) { _ in }
  }

  @Test func isTheSameToTheBit() throws {
    let found = try recompute(TinyRun.plan(), .all)
    #expect(found.verdict == .sameToTheBit)
    #expect(found.units == 12)
    #expect(found.tables.map(\.table).sorted().first == "cut_flow")
    #expect(found.tables.first { $0.table == "fits" }?.rows == 12)
  }

  @Test(arguments: [(0.5, 6), (0.01, 1), (1, 12)])
  func takesAFractionOfTheUnits(fraction: Double, count: Int) throws {
    let found = try recompute(TinyRun.plan(), .fraction(fraction, seed: 3))
    #expect(found.verdict == .sameToTheBit)
    #expect(found.units == count)
    #expect(found.unitCount == 12)
    #expect(found.tables.map(\.rows) == [count])
  }

  @Test func drawsFromAllComputations() throws {
    let plan = try TinyRun.plan(
      replacing: "\"fit\": [\"linear\", \"rational-taper-kRd\"]",
      with: "\"fit\": [\"linear\", \"rational-taper-kRd\"], \"offset\": {}")
    let found = try recompute(plan, .fraction(1, seed: 3))
    #expect(found.tables.map(\.table) == ["fits", "offsets"])
    #expect(found.tables.map(\.rows) == [12, 6])
    #expect(found.verdict == .sameToTheBit)
  }

  @Test func needsATableOfUnitsForAFraction() throws {
    let plan = try TinyRun.plan(
      """
      { "upsilon": 1, "name": "few", "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
        "model": { "fit": ["linear"] },
        "analyses": [
          { "name": "s", "summarize": "fits", "columns": ["chi2"], "statistics": ["mean"] }
        ],
        "outputs": { "tables": ["s"] } }
      """)
    let rejected = try #require(throws: InputRejected.self) {
      try recompute(plan, .fraction(0.5, seed: 1))
    }
    #expect(rejected.diagnostics.first?.message.contains("does not keep 'fits'") == true)
    #expect(try recompute(plan, .all).verdict == .sameToTheBit)
  }

  /// The numbers of another bound stand for those of another program.
  @Test func namesTheRowThatComesOutOtherwise() throws {
    let run = try tiny.run(TinyRun.plan()).run
    let other = try TinyRun.plan(
      replacing: "\"grid\"", with: "\"bounds\": {\"linear\": {\"omega\": [0, 1]}}, \"grid\"")
    for share in [RecomputedShare.all, .fraction(1, seed: 1)] {
      let found = try recompute(other, share, of: run)
      #expect(found.verdict == .different)
      let fits = try #require(found.tables.first { $0.table == "fits" })
      #expect(fits.movedRows == 6)
      #expect(fits.largest?.row.contains("model linear") == true)
    }
  }

  static let schema = TableSchema(
    "t", axes: [], keys: ["galaxy"],
    columns: [
      ColumnSchema("galaxy", .word(["A", "B"]), ""), ColumnSchema("x", ""),
      ColumnSchema("n", .integer, ""),
    ])

  private func compare(_ x: [Double], n: [Double] = [1, 2]) -> RecomputedTable {
    let stored = Table(Self.schema, [[0, 1], [1, 2e3], [1, 2]])
    return RecomputedTable(stored: stored, computed: Table(Self.schema, [[0, 1], x, n]))
  }

  @Test(arguments: [
    ([1, 2e3], RecomputedTable.Verdict.sameToTheBit), ([1.nextUp, 2e3], .sameWithinTolerance),
    ([1 + 0.9e-9, 2e3], .sameWithinTolerance), ([1 + 1.1e-9, 2e3], .different),
    ([1, 2e3 + 1e-6], .sameWithinTolerance), ([.nan, 2e3], .different),
    ([1, .infinity], .different),
  ])
  func tellsTheSameBitsFromTheSameWithinTolerance(
    x: [Double], verdict: RecomputedTable.Verdict
  ) {
    #expect(compare(x).verdict == verdict)
    #expect(compare(x).movedRows == (verdict == .sameToTheBit ? 0 : 1))
  }

  @Test func allowsNoDifferenceOfCounts() {
    #expect(compare([1, 2e3], n: [1, 3]).verdict == .different)
    #expect(compare([1, 2e3], n: [1, 3]).largest?.column == "n")
    #expect(compare([1, 2e3], n: [1, 3]).largest?.row == "galaxy B")
  }

  @Test func comparesWordsByTheirText() {
    let other = TableSchema(
      "t", axes: [], keys: ["galaxy"],
      columns: [ColumnSchema("galaxy", .word(["B", "A"]), "")] + Self.schema.columns.dropFirst())
    let stored = Table(Self.schema, [[0, 1], [1, 2], [1, 2]])
    let same = Table(other, [[1, 0], [1, 2], [1, 2]])
    #expect(RecomputedTable(stored: stored, computed: same).verdict == .sameToTheBit)
    let swapped = Table(other, [[0, 1], [1, 2], [1, 2]])
    #expect(RecomputedTable(stored: stored, computed: swapped).verdict == .different)
  }

  @Test func sparesWhatCancels() {
    let stored = Table(Self.schema, [[0, 1], [1e-17, 1], [1, 2]])
    let computed = Table(Self.schema, [[0, 1], [-2e-17, 1], [1, 2]])
    #expect(RecomputedTable(stored: stored, computed: computed).verdict == .sameWithinTolerance)
  }
}
