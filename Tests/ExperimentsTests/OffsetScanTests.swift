import Galaxies
import Plans
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

/// A regression over offsets that nobody keeps measures and fits cells as it goes.
@Suite("A scan", .limited(minutes: 5))
struct OffsetScanTests {
  private static let dataset = Dataset(
    name: "made-up", galaxies: MockSample(seed: 17, galaxies: 40, noise: 3).dataset.galaxies,
    inputs: MadeUp.inputs)

  private static func axis(_ count: Int) -> [Double] {
    (0..<count).map { 0.2 + 0.05 * Double($0) }
  }

  private static func list(_ values: [Double]) -> String {
    "[\(values.map { "\($0)" }.joined(separator: ", "))]"
  }

  private static func spec(
    _ disks: [Double], _ bulges: [Double] = [0.5, 0.7, 0.9], keeping tables: [String] = ["scan"],
    more: String = "", steps: String = ""
  ) -> String {
    """
    {"upsilon": 1, "name": "test", "dataset": "made-up",
     "model": {"offset": {"gas_sign": "squared"}},
     "grid": {"upsilon_disk": \(list(disks)), "upsilon_bulge": \(list(bulges))},
     "analyses": [{"name": "scan", "regress": "offsets", "response": "offset",
       "terms": ["log_v", "log_l", "c_v", "f_gas", "log_v * c_v"]\(more)}\(steps)],
     "outputs": {"tables": [\(tables.map { "\"\($0)\"" }.joined(separator: ", "))]}}
    """
  }

  private static func plan(_ text: String) throws -> Plan {
    try MadeUp.plan(text, dataset: dataset)
  }

  private static func bits(_ table: Table) -> [[UInt64]] {
    table.values.map { $0.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern } }
  }

  @Test(arguments: [
    "", #", "minimum_n": 30"#, #", "where": "log_l > 0 and galaxies.v_flat < 250""#,
    #", "where": "upsilon_disk < 0.5 or c_v > 0.6""#, #", "where": "log_l > 99""#,
  ])
  func findsWhatATableOfOffsetsGives(more: String) throws {
    let disks = Self.axis(37)
    let plan = try Self.plan(Self.spec(disks, more: more))
    let kept = try Self.plan(Self.spec(disks, keeping: ["scan", "offsets"], more: more))
    #expect(plan.computations.isEmpty && plan.scanned != nil)
    #expect(kept.computations.count == 1 && kept.scanned == nil)
    #expect(plan.unitCount == kept.unitCount)
    let (found, wanted) = (plan.computed(), kept.computed())
    let (scan, table) = (
      try #require(found.tables["scan"]), try #require(wanted.tables["scan"])
    )
    #expect(scan.schema == table.schema)
    #expect(Self.bits(scan) == Self.bits(table))
    #expect(found.tables["offsets"] == nil)
    #expect(found.warnings == wanted.warnings)
    #expect(found.statuses.map(\.status) == wanted.statuses.map(\.status))
    #expect(found.statuses.map(\.count) == wanted.statuses.map(\.count))
  }

  /// What comes of a cell does not depend on its lane, its block or what stands beside it.
  @Test func doesNotDependOnHowCellsAreDealt() throws {
    let disks = Self.axis(35)
    func rows(_ disks: [Double], _ bulges: [Double]) throws -> [[UInt64]: [UInt64]] {
      let table = try #require(
        try Self.plan(Self.spec(disks, bulges)).computed().tables["scan"])
      let columns = Self.bits(table)
      return Dictionary(
        uniqueKeysWithValues: (0..<table.rowCount).map { row in
          (columns.prefix(2).map { $0[row] }, columns.dropFirst(2).map { $0[row] })
        })
    }
    let whole = try rows(disks, [0.5, 0.7, 0.9])
    #expect(whole.count == 105)
    let dealt = disks.indices.map { disks[(11 * $0 + 4) % disks.count] }
    #expect(try rows(dealt, [0.9, 0.5, 0.7]) == whole)
    for (start, count) in [(0, 1), (3, 2), (7, 9), (20, 13)] {
      let part = try rows(Array(disks[start..<(start + count)]), [0.7])
      for (key, values) in part { #expect(values == whole[key]) }
    }
  }

  @Test func isNotMadeWhereSomebodyReadsTheOffsets() throws {
    let disks = Self.axis(2)
    let readers = [
      #", {"name": "s", "summarize": "offsets", "columns": {"o": "offset"}, "statistics": ["rms"]}"#,
      #", {"name": "d", "derive": "galaxies", "columns": {"o": "offsets.offset"}}"#,
    ]
    let steps = [
      #", "by": ["galaxy"]"#, #", "sample": "common""#,
      #", "bootstrap": {"samples": 10, "seed": 1}"#,
    ]
    for more in steps {
      let plan = try Self.plan(Self.spec(disks, more: more))
      #expect(plan.scanned == nil)
    }
    #expect(try Self.plan(Self.spec([0.5], [0.7], steps: readers[1])).scanned == nil)
    #expect(try Self.plan(Self.spec(disks, steps: readers[0])).scanned == nil)
    #expect(try Self.plan(Self.spec(disks, keeping: ["scan", "scan.residuals"])).scanned == nil)
  }

  /// An optimum by way of a step between, which is worked out point by point, is the same.
  @Test func findsTheSameOptimumSideBySide() throws {
    func optimum(_ table: String) throws -> RunResults {
      let steps = """
        , {"name": "copy", "derive": "scan", "columns": {"twice": "2 * loo_r2"}},
          {"name": "joint", "optimize": "\(table)", "maximize": "loo_r2", "grid_points": 12,
           "over": {"upsilon_disk": [0.2, 1.2], "upsilon_bulge": [0.3, 1]}, "tolerance": 1e-4}
        """
      return try Self.plan(
        Self.spec(
          Self.axis(2), keeping: ["scan", "joint", "joint.optima"], steps: steps)
      ).computed()
    }
    let (found, wanted) = (try optimum("scan"), try optimum("copy"))
    for name in ["joint", "joint.optima"] {
      let (table, other) = (
        try #require(found.tables[name]), try #require(wanted.tables[name])
      )
      let columns = table.schema.columns.map(\.name)
      #expect(table.rowCount > 0)
      for column in columns {
        #expect(table.texts(column) == other.texts(column))
      }
    }
  }
}
