import Plans
import Support
import Tables
import TestKit
import Testing

/// Galaxies that enter and leave the sample as Υ_disk moves.
@Suite("The sample of a regression", .limited)
struct RegressSampleTests {
  /// Six galaxies that stay up to Υ_disk = 1.04, and two with twice the disk, which stay up to
  /// 0.52.
  static let galaxies: [OffsetGalaxy] =
    [0.1, -0.2, 0.3, 0, 0.15, -0.1, 0.2, 0.4].enumerated().map { index, delta in
      var galaxy = OffsetGalaxy.even(delta)
      if index >= 6 { galaxy.disk = [Double](repeating: 2, count: 6) }
      galaxy.name = "G\(index)"
      galaxy.effectiveRadius = [1.5, 2, 4.5, 3, 5, 2.5, 3.5, 1.2][index]
      galaxy.flatSpeed = [90, 40, 100, 70, 55, 120, 66, 81][index]
      return galaxy
    }

  private static let grid = #""grid": {"upsilon_disk": [0.3, 0.5, 0.9]}"#

  static func results(_ more: String, grid: String = grid, terms: String = #""c_v""#) throws
    -> RunResults
  {
    try OffsetGalaxy.results(
      galaxies,
      OffsetGalaxy.spec(
        #""points": "all""#,
        #"""
        \#(grid),
          "analyses": [
            {"name": "fit", "regress": "offsets", "response": "offset", "terms": [\#(terms)]\#(more)}
          ]
        """#))
  }

  private static func warnings(_ results: RunResults) -> [String] {
    results.warnings.filter { $0.hasPrefix("fit: n runs") }
  }

  @Test func movesByDefault() throws {
    let results = try Self.results("")
    #expect(results.tables["fit"]?["n"] == [8, 8, 6])
    #expect(
      Self.warnings(results) == [
        "fit: n runs from 6 to 8 over the grid, so cells are judged on different samples "
          + "(\"sample\": \"common\" fixes it)"
      ])
    let same = try Self.results(#", "sample": "moving""#)
    #expect(same.tables["fit"]?.values.description == results.tables["fit"]?.values.description)
  }

  /// Two galaxies have no offset in the last of three cells.
  @Test func isToldOfTheRowsThatItLacks() throws {
    #expect(
      try Self.results("").warnings.filter { $0.hasSuffix("left out") }
        == ["fit: 2 of 24 rows miss offset or c_v and are left out"])
    let whole = try Self.results("", grid: #""grid": {"upsilon_disk": [0.3, 0.5]}"#)
    #expect(whole.warnings == [])
  }

  @Test func isThatOfEveryCellWhereItIsTold() throws {
    let results = try Self.results(#", "sample": "common""#)
    let table = try #require(results.tables["fit"])
    #expect(table["n"] == [6, 6, 6])
    #expect(Self.warnings(results).isEmpty)
    // The last cell is the one that decides, so nothing changes there; elsewhere it does.
    let moving = try #require(try Self.results("").tables["fit"])
    #expect(table["r2"]?[2] == moving["r2"]?[2])
    #expect(table["r2"]?[0] != moving["r2"]?[0])
    let residuals = try #require(results.tables["fit.residuals"])
    #expect(Set(residuals.texts("galaxy")) == Set((0..<6).map { "G\($0)" }))
  }

  @Test func isEmptyWhereNoGalaxyIsInEveryCell() throws {
    let results = try Self.results(
      #", "sample": "common""#, grid: #""grid": {"upsilon_disk": [0.3, 2]}"#)
    let table = try #require(results.tables["fit"])
    #expect(table["n"] == [0, 0])
    #expect(table.texts("reason") == ["the group has no rows", "the group has no rows"])
  }

  @Test func isNotWarnedOfWhereItStays() throws {
    #expect(
      Self.warnings(try Self.results("", grid: #""grid": {"upsilon_disk": [0.3, 0.5]}"#)).isEmpty)
    #expect(Self.warnings(try Self.results("", grid: #""grid": {"upsilon_disk": [0.9]}"#)).isEmpty)
  }

  /// Groups differ in size without that being a warning; only their change over the grid is.
  @Test func isComparedWithinEachGroup() throws {
    let groups = #", "by": {"speed": {"slow": "v_flat < 60", "fast": "true"}}"#
    let two = try Self.results(groups, grid: #""grid": {"upsilon_disk": [0.3, 0.5]}"#)
    #expect(two.tables["fit"]?["n"] == [2, 6, 2, 6])
    #expect(Self.warnings(two).isEmpty)
    #expect(Self.warnings(try Self.results(groups)).count == 1)
  }

  @Test func hasTheSameFitAsTheRowsAlone() throws {
    // A condition that leaves the six makes of the moving sample the common one.
    let common = try #require(try Self.results(#", "sample": "common""#).tables["fit"])
    let chosen = try #require(
      try Self.results(#", "where": "galaxy != 'G6' and galaxy != 'G7'""#).tables["fit"])
    #expect(common.lines == chosen.lines)
  }
}
