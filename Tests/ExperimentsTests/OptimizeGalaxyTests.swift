import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The optimum of a galaxy", .limited)
struct OptimizeGalaxyTests {
  /// Galaxies along Υ_disk from 0.01 to 5, whose points are low up to 1.04.
  enum Made {
    /// Zero at 0.5, and no offset above 1.04, where the published search begins.
    static let plateau = OffsetGalaxy.even(0)
    /// A quarter of the acceleration: low up to 4.16, and zero at 2.
    static let faint = OffsetGalaxy(
      deltas: [Double](repeating: 0, count: 6), disk: [Double](repeating: 0.25, count: 6))
    /// Far above the relation as long as there is an offset.
    static let above = OffsetGalaxy.even(0.9)
    /// The gas alone is more than the relation allows for.
    static let below = OffsetGalaxy(
      deltas: [Double](repeating: -2, count: 6), gas: [Double](repeating: 50, count: 6))
    /// Two halves that cancel at 0.5; the inner one leaves at 1.04, and the outer one has its own
    /// zero.
    static let twice = OffsetGalaxy(
      deltas: [-0.3, -0.3, -0.3, -0.827, -0.827, -0.827], disk: [1, 1, 1, 0.01, 0.01, 0.01])
  }

  private static func optimum(
    _ galaxies: [OffsetGalaxy], method: String? = nil, _ more: String = "",
    objective: String = #""minimize": "offset^2""#
  ) throws -> TableSet {
    let methods = method.map { #""methods": {"optimum": "\#($0)"}, "# } ?? ""
    return try OffsetGalaxy.results(
      galaxies,
      OffsetGalaxy.spec(
        #""points": "all""#,
        #"""
        \#(methods)"analyses": [{"name": "best", "optimize": "offsets", \#(objective),
            "over": {"upsilon_disk": [0.01, 5]}, "each": "galaxy"\#(more)}]
        """#)
    ).tables
  }

  private static func best(
    _ galaxy: OffsetGalaxy, method: String? = nil, _ more: String = ""
  ) throws -> (ratio: Double, status: String, table: Table) {
    let table = try #require(try optimum([galaxy], method: method, more)["best"])
    return (try table.only("upsilon_disk"), try #require(table.texts("status").first), table)
  }

  @Test func isFoundThoughThePublishedSearchWalksOntoThePlateau() throws {
    let published = try Self.best(Made.plateau, method: "v1_bounded_brent")
    #expect(published.ratio > 4.9999 && published.ratio <= 5)
    #expect(published.status == "at_bound")
    #expect(try published.table.only("offset").isNaN)
    #expect(published.table.texts("reason") == ["too few low-acceleration points"])
    let global = try Self.best(Made.plateau)
    #expect(global.ratio.isNear(0.5, relative: 1e-6))
    #expect(global.status == "interior")
    #expect(try global.table.only("offset").isNear(0, absolute: 1e-6))
    #expect(try global.table.only("objective") <= 1e-12)
  }

  @Test func isTheSameByBothMethodsWithoutAPlateauInTheWay() throws {
    // The search starts at 0.01 + 0.381966 · 4.99 = 1.92, where there still is an offset.
    let published = try Self.best(Made.faint, method: "v1_bounded_brent")
    #expect(published.ratio.isNear(2, absolute: 1e-4))
    #expect(published.status == "interior")
    let global = try Self.best(Made.faint)
    #expect(global.ratio.isNear(2, relative: 1e-6))
    #expect(global.status == "interior")
  }

  @Test func saysThatThereIsNoZero() throws {
    let found = try Self.best(Made.above)
    #expect(found.status == "no_zero")
    // As close to the limit of low acceleration, 0.5 / (ln 2)², as the search goes.
    #expect(found.ratio.isNear(1.040_684_490_502_804, relative: 1e-6))
    #expect(try found.table.only("offset") > 0.1)
  }

  /// Six points count up to the limit, and none beyond it, where there is no offset.
  @Test func saysThatItLiesOnAJump() throws {
    let found = try #require(
      try Self.optimum([Made.plateau], objective: #""minimize": "offset""#)["best"])
    #expect(try found.only("upsilon_disk").isNear(1.040_684_490_502_804, relative: 1e-6))
    #expect(found.texts("status") == ["at_jump"])
    #expect(found.texts("jump") == ["upsilon_disk upper"])
    #expect(try found.only("points_here") == 6)
    #expect(try found.only("points_beyond").isNaN)
    // Where there is no zero, that is the status; the jump stands beside it.
    let above = try Self.best(Made.above).table
    #expect(above.texts("jump") == ["upsilon_disk upper"])
    #expect(try Self.best(Made.plateau).table.texts("jump") == [""])
  }

  @Test func saysThatItIsAtAnEnd() throws {
    let found = try Self.best(Made.below)
    #expect(found.status == "at_bound")
    #expect(found.table.texts("at_bound") == ["upsilon_disk lower"])
    #expect(found.ratio == 0.01)
    #expect(try found.table.only("offset") < 0)
  }

  @Test func isTheLowestOfSeveralZeros() throws {
    let tables = try Self.optimum([Made.twice])
    let found = try #require(tables["best"])
    let optima = try #require(tables["best.optima"])
    let zeros = zip(optima["upsilon_disk"] ?? [], optima["objective"] ?? [])
      .filter { $0.1 <= 1e-12 }.map(\.0).sorted()
    try #require(zeros.count == 2)
    #expect(found.texts("status") == ["several_zeros"])
    #expect(try found.only("upsilon_disk") == zeros[0])
    #expect(zeros[0] < 1.04 && zeros[1] > 1.04)
    #expect(optima.texts("rank").first == "1")
  }

  @Test func hasAnAccountOfItsSearch() throws {
    let global = try Self.best(Made.plateau).table
    #expect(try global.only("grid_points") == 401)
    #expect(try global.only("optima") >= 1)
    #expect(try global.only("evaluations") > 401)
    let coarse = try Self.best(Made.plateau, #", "grid_points": 31, "tolerance": 1e-5"#).table
    #expect(try coarse.only("grid_points") == 31)
    #expect(try coarse.only("evaluations") < 100)
    #expect(try coarse.only("upsilon_disk").isNear(0.5, relative: 1e-4))
    let brent = try Self.best(Made.plateau, method: "v1_bounded_brent").table
    #expect(try brent.only("grid_points").isNaN)
    #expect(try brent.only("optima").isNaN)
  }

  @Test func canBeAMaximum() throws {
    let table = try #require(
      try Self.optimum([Made.plateau], objective: #""maximize": "1 - offset^2""#)["best"])
    #expect(try table.only("objective").isNear(1, relative: 1e-12))
    #expect(try table.only("upsilon_disk").isNear(0.5, relative: 1e-5))
  }

  @Test func isThereForGalaxiesWithAnOffsetOnly() throws {
    var galaxies = [Made.plateau, .even(0, count: 3), Made.faint]
    for index in galaxies.indices { galaxies[index].name = "G\(index)" }
    let table = try #require(try Self.optimum(galaxies)["best"])
    #expect(table.texts("galaxy") == ["G0", "G2"])
    #expect(
      table.header.hasPrefix("upsilon_bulge upsilon_gas galaxy upsilon_disk objective status"))
  }

  @Test func isWarnedOfAtABound() throws {
    let spec = { (method: String) in
      OffsetGalaxy.spec(
        #""points": "all""#,
        #"""
        "methods": {"optimum": "\#(method)"}, "analyses": [{"name": "best", "optimize": "offsets",
          "minimize": "offset^2", "over": {"upsilon_disk": [0.01, 5]}, "each": "galaxy"}]
        """#)
    }
    let published = try OffsetGalaxy.results([Made.plateau], spec("v1_bounded_brent"))
    #expect(
      published.warnings == [
        "best: 1 of 1 optima lie at an end of the range: the range decides them, not the data"
      ])
    #expect(try OffsetGalaxy.results([Made.plateau], spec("v2_global")).warnings.isEmpty)
  }

  @Test func hasItsMethodInSpecAndIdentity() throws {
    func plan(_ methods: String) throws -> Plan {
      try MadeUp.plan(
        OffsetGalaxy.spec(
          "",
          #"""
          \#(methods)"analyses": [{"name": "best", "optimize": "offsets", "minimize": "offset^2",
            "over": {"upsilon_disk": [0.01, 5]}, "each": "galaxy"}]
          """#), dataset: OffsetGalaxy.dataset([Made.plateau]))
    }
    let newest = try plan("")
    let second = try plan(#""methods": {"optimum": "v2_global"}, "#)
    let first = try plan(#""methods": {"optimum": "v1_bounded_brent"}, "#)
    #expect(newest.spec.resolved["methods"]?["optimum"] == "v2_global")
    #expect(first.spec.resolved["methods"]?["optimum"] == "v1_bounded_brent")
    #expect(newest.identity == second.identity)
    #expect(newest.identity.fingerprint != first.identity.fingerprint)
  }
}
