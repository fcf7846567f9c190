import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

/// What an offset is without what the predictors need: the method `v2` of the family `offset`.
@Suite("The parts of an offset", .limited)
struct OffsetPartsTests {
  private static let all = #""points": "all""#

  /// A galaxy with one part changed, and the columns that are missing for it.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let missing: Set<String>
    let change: @Sendable (inout OffsetGalaxy) -> Void
  }

  static let examples = [
    Example(testDescription: "nothing", missing: []) { _ in },
    Example(testDescription: "no v_flat", missing: ["c_v", "log_v"]) { $0.flatSpeed = .nan },
    Example(testDescription: "v_flat zero", missing: ["c_v", "log_v"]) { $0.flatSpeed = 0 },
    Example(testDescription: "no luminosity", missing: ["c_v", "log_l"]) {
      $0.effectiveRadius = .nan
    },
    Example(testDescription: "r_eff zero", missing: ["c_v", "log_l"]) { $0.effectiveRadius = 0 },
    Example(testDescription: "r_eff inside the first", missing: ["c_v"]) {
      $0.effectiveRadius = 0.99
    },
    Example(testDescription: "r_eff outside the last", missing: ["c_v"]) {
      $0.effectiveRadius = 6.01
    },
    Example(testDescription: "r_eff inside the first valid one", missing: ["c_v"]) {
      $0.deltas[0] = -.infinity
      $0.effectiveRadius = 1.5
    },
  ]

  @Test(arguments: examples)
  func standAlone(_ example: Example) throws {
    var galaxy = OffsetGalaxy.even(0.25)
    example.change(&galaxy)
    let table = try OffsetGalaxy.offsets([galaxy], Self.all)
    let columns = ["offset", "log_v", "log_l", "c_v", "f_gas", "points_used"]
    #expect(Set(columns.filter { table.values($0)[0].isNaN }) == example.missing)
    #expect(try table.only("offset").isNear(0.25, absolute: 1e-14))
    #expect(table.texts("reason") == [""])
  }

  @Test func areThoseOfTheOldMethodWhereThatHasThem() throws {
    let galaxies = [OffsetGalaxy(deltas: [0.1, -0.2, 0.3, 0, 0.4, 0.6], gas: [30, 20, 10])]
    let old = try OffsetGalaxy.offsets(galaxies, "", #""methods": {"offset": "v1_with_r_eff"}"#)
    #expect(try OffsetGalaxy.offsets(galaxies).lines == old.lines)
    #expect(try old.only("c_v") > 0)
  }

  @Test func areToldOfWhereTheyAreMissing() throws {
    var galaxies = (0..<4).map { _ in OffsetGalaxy.even(0) }
    for index in galaxies.indices { galaxies[index].name = "G\(index)" }
    galaxies[0].flatSpeed = .nan
    galaxies[1].effectiveRadius = 9
    galaxies[2].deltas.removeLast(2)
    let warnings = try OffsetGalaxy.results(galaxies, OffsetGalaxy.spec(Self.all)).warnings
    #expect(
      warnings == [
        "1 of 4 cells × galaxies have no offset: see 'reason' in 'offsets'",
        "2 of 3 offsets have no c_v: v_flat is missing (1), r_eff is not known or lies outside the "
          + "valid radii (1)",
      ])
  }

  /// At Υ_disk = 0.3 a gas of −80 R outweighs the disk of 60 R at two points, at 0.5 at none.
  @Test func countPointsWithoutAPositiveAcceleration() throws {
    let galaxy = OffsetGalaxy(deltas: [0, 0, 0, 0, 0, 0, 0], gas: [-80, -80])
    let grid = #""grid": {"upsilon_disk": [0.3, 0.5]}"#
    let results = try OffsetGalaxy.results([galaxy], OffsetGalaxy.spec(Self.all, grid))
    let table = try #require(results.tables["offsets"])
    #expect(table["outward_points"] == [2, 0])
    #expect(table["points_used"] == [5, 7])
    #expect(
      results.warnings.contains(
        "2 points in 1 of 2 cells × galaxies have no positive g_bar and are left out: see "
          + "'outward_points' in 'offsets'"))
    // Where validity is judged such points are left out at every cell.
    let judged = try OffsetGalaxy.offsets(
      [galaxy], #"\#(Self.all), "valid_at": {"upsilon_disk": 0.3}"#, grid)
    #expect(judged["outward_points"] == [2, 2])
    #expect(judged["points_used"] == [5, 5])
    // A galaxy without an offset has its number too.
    let few = try OffsetGalaxy.offsets(
      [OffsetGalaxy(deltas: [0, 0, 0, 0, 0], gas: [-150])], Self.all)
    #expect(few["outward_points"] == [1])
    #expect(few.texts("reason") == ["too few valid points"])
  }

  @Test func haveAMethodWithTwoVersions() throws {
    func version(_ more: String) throws -> JSONValue? {
      try Reading.spec(OffsetGalaxy.spec("", more)).resolved["methods"]?["offset"]
    }
    #expect(try version("") == "v2")
    #expect(try version(#""methods": {"offset": "v1_with_r_eff"}"#) == "v1_with_r_eff")
    #expect(try Reading.spec(MadeUp.spec()).resolved["methods"]?["offset"] == nil)
  }
}
