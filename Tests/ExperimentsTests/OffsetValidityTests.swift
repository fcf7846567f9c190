import Plans
import Support
import Tables
import TestKit
import Testing

@Suite("A galaxy's offset", .limited)
struct OffsetValidityTests {
  private static let all = #""points": "all""#
  private static let old = #""methods": {"offset": "v1_with_r_eff"}"#

  /// The reason that there is no offset; empty where there is one.
  private static func reason(
    _ galaxy: OffsetGalaxy, _ settings: String = all, _ more: String = ""
  ) throws -> String {
    let table = try OffsetGalaxy.offsets([galaxy], settings, more)
    let values = ["offset", "c_v", "f_gas", "points_used"].compactMap { table[$0]?.first }
    let reason = try #require(table.texts("reason").first)
    #expect(values.allSatisfy(\.isNaN) == !reason.isEmpty)
    return reason
  }

  @Test func neededTheCatalogue() throws {
    let reason = "the catalogue lacks v_flat, luminosity or sb_eff"
    for flat in [Double.nan, 0] {
      var galaxy = OffsetGalaxy.even(0)
      galaxy.flatSpeed = flat
      #expect(try Self.reason(galaxy, Self.all, Self.old) == reason)
    }
    var galaxy = OffsetGalaxy.even(0)
    galaxy.effectiveRadius = .nan
    #expect(try Self.reason(galaxy, Self.all, Self.old) == reason)
  }

  @Test func needsFivePoints() throws {
    #expect(try Self.reason(.even(0, count: 5)).isEmpty)
    #expect(try Self.reason(.even(0, count: 4)) == "too few valid points")
    #expect(try Self.reason(.even(0, count: 4), #""minimum_points": 4, \#(Self.all)"#).isEmpty)
    #expect(
      try Self.reason(.even(0, count: 6), #""minimum_points": 7, \#(Self.all)"#)
        == "too few valid points")
  }

  @Test func countsNoPointWithoutBaryonsOrWithoutMotion() throws {
    // −∞ dex off is no motion at all.
    #expect(
      try Self.reason(OffsetGalaxy(deltas: [0, 0, -.infinity, 0, 0])) == "too few valid points")
    #expect(
      try Self.reason(OffsetGalaxy(deltas: [0, 0, 0, 0, 0], disk: [1, 1, 0]))
        == "too few valid points")
    // A hole in the gas that outweighs the disk.
    #expect(
      try Self.reason(OffsetGalaxy(deltas: [0, 0, 0, 0, 0], gas: [0, 0, -100]))
        == "too few valid points")
  }

  @Test func neededItsEffectiveRadiusInsideTheValidPoints() throws {
    let outside = "r_eff lies outside the valid radii"
    for (radius, reason) in [(0.99, outside), (1.01, ""), (5.99, ""), (6.01, outside)] {
      var galaxy = OffsetGalaxy.even(0)
      galaxy.effectiveRadius = radius
      #expect(try Self.reason(galaxy, Self.all, Self.old) == reason)
    }
    // Without the first point the valid radii begin at two.
    var galaxy = OffsetGalaxy(deltas: [-.infinity, 0, 0, 0, 0, 0])
    galaxy.effectiveRadius = 1.5
    #expect(try Self.reason(galaxy, Self.all, Self.old) == outside)
  }

  @Test func needsThreeLowPoints() throws {
    let low = "too few low-acceleration points"
    #expect(try Self.reason(OffsetGalaxy(deltas: [0, 0, 0, 0, 0], disk: [4, 4])).isEmpty)
    #expect(try Self.reason(OffsetGalaxy(deltas: [0, 0, 0, 0, 0], disk: [4, 4, 4])) == low)
    #expect(
      try Self.reason(
        OffsetGalaxy(deltas: [0, 0, 0, 0, 0], disk: [4, 4, 4]),
        #""minimum_low": 2, \#(Self.all)"#
      ).isEmpty)
  }

  /// What is judged first is told first.
  @Test func tellsTheFirstReasonOnly() throws {
    var galaxy = OffsetGalaxy(deltas: [0, 0, 0, 0], disk: [4, 4, 4, 4])
    galaxy.effectiveRadius = 100
    let four = #""minimum_points": 4, \#(Self.all)"#
    #expect(try Self.reason(galaxy, Self.all, Self.old) == "too few valid points")
    #expect(
      try Self.reason(galaxy, four, Self.old) == "r_eff lies outside the valid radii")
    #expect(try Self.reason(galaxy) == "too few valid points")
    #expect(try Self.reason(galaxy, four) == "too few low-acceleration points")
  }

  /// Above Υ_disk = 1.04 no point is low.
  @Test func isJudgedWhereItIsTold() throws {
    func reasons(_ judged: String) throws -> [String] {
      try OffsetGalaxy.offsets(
        [.even(0)], #""valid_at": \#(judged), \#(Self.all)"#,
        #""grid": {"upsilon_disk": [0.5, 2]}"#
      ).texts("reason")
    }
    // The points used are those that are low at the ratio of the cell, in either case.
    #expect(try reasons("null") == ["", "too few low-acceleration points"])
    #expect(
      try reasons(#"{"upsilon_disk": 0.5}"#) == ["", "too few low-acceleration points"])
    #expect(
      try reasons(#"{"upsilon_disk": 2}"#)
        == [String](repeating: "too few low-acceleration points", count: 2))
    #expect(
      try reasons(#"{"upsilon_gas": 3}"#) == ["", "too few low-acceleration points"])
  }

  @Test func judgesTheGasWhereItIsTold() throws {
    // Without gas all points are valid; with a gas of −80 R they are not at Υ_disk = 0.3.
    let galaxy = OffsetGalaxy(
      deltas: [0, 0, 0, 0, 0], gas: [Double](repeating: -80, count: 5))
    func reasons(_ settings: String) throws -> [String] {
      try OffsetGalaxy.offsets(
        [galaxy], "\(settings)\(Self.all)", #""grid": {"upsilon_disk": [0.3, 0.5]}"#
      ).texts("reason")
    }
    #expect(try reasons("") == ["too few valid points", ""])
    // At 0.3 the points are valid where they are judged, but have no baryons to speak of.
    #expect(
      try reasons(#""valid_at": {}, "#) == ["too few low-acceleration points", ""])
  }

  @Test func hasItsConcentrationByAStraightLine() throws {
    // The squared speeds are 200 R: between 2 and 3 kpc at 2.25.
    func concentration(_ radius: Double, _ deltas: [Double]) throws -> Double {
      var galaxy = OffsetGalaxy(deltas: deltas)
      galaxy.effectiveRadius = radius
      return try OffsetGalaxy.offsets([galaxy], Self.all).only("c_v")
    }
    let zeros = [Double](repeating: 0, count: 6)
    let (two, three) = (400.0.squareRoot(), 600.0.squareRoot())
    #expect(
      try concentration(2.25, zeros).isNear((0.75 * two + 0.25 * three) / 100, relative: 1e-12))
    #expect(try concentration(2, zeros).isNear(0.2, relative: 1e-12))
    // Without the point at 2 kpc the line goes from 1 to 3.
    let one = 200.0.squareRoot()
    #expect(
      try concentration(2.5, [0, -.infinity, 0, 0, 0, 0])
        .isNear((0.25 * one + 0.75 * three) / 100, relative: 1e-12))
  }

  @Test func isCountedAndWarnedOf() throws {
    let results = try OffsetGalaxy.results(
      [.even(0), .even(0, count: 3)], OffsetGalaxy.spec())
    #expect(results.statuses.map(\.status) == ["measured", "refused"])
    #expect(results.statuses.map(\.count) == [1, 1])
    #expect(
      results.warnings == ["1 of 2 cells × galaxies have no offset: see 'reason' in 'offsets'"])
    #expect(try OffsetGalaxy.results([.even(0)], OffsetGalaxy.spec()).warnings.isEmpty)
  }
}
