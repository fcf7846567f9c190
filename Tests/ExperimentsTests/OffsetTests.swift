import Numerics
import Plans
import Support
import Tables
import TestKit
import Testing

@Suite("An offset", .limited)
struct OffsetTests {
  private static let all = #""points": "all""#

  private static func offset(
    _ galaxy: OffsetGalaxy, _ settings: String = "", scale: String = OffsetGalaxy.scale
  ) throws -> (offset: Double, used: Double) {
    let table = try OffsetGalaxy.offsets([galaxy], settings, scale: scale)
    return (try table.only("offset"), try table.only("points_used"))
  }

  @Test func isTheMeanDistanceFromTheRelation() throws {
    let galaxy = OffsetGalaxy(deltas: [0.1, -0.2, 0.3, 0, 0.4, 0.6])
    let found = try Self.offset(galaxy, Self.all)
    #expect(found.offset.isNear(1.2 / 6, absolute: 1e-14))
    #expect(found.used == 6)
  }

  @Test func looksBeyondTheMedianRadiusByDefault() throws {
    // Of 1 … 6 the median is 3.5, of 1 … 5 it is 3, which itself is not beyond.
    let even = try Self.offset(OffsetGalaxy(deltas: [1, 1, 1, 0.1, 0.2, 0.6]))
    #expect(even.offset.isNear(0.3, absolute: 1e-14))
    #expect(even.used == 3)
    let odd = try Self.offset(OffsetGalaxy(deltas: [1, 1, 1, 0.1, 0.3]))
    #expect(odd.offset.isNear(0.2, absolute: 1e-14))
    #expect(odd.used == 2)
  }

  @Test func takesAllLowPointsWhereTooFewAreOuter() throws {
    // Three of five points are low, of which one lies beyond their median.
    let galaxy = OffsetGalaxy(deltas: [9, 9, 0.1, 0.2, 0.6], disk: [4, 4])
    let usual = try Self.offset(galaxy)
    #expect(usual.offset.isNear(0.3, absolute: 1e-14))
    #expect(usual.used == 3)
    let one = try Self.offset(galaxy, #""minimum_outer": 1"#)
    #expect(one.offset.isNear(0.6, absolute: 1e-14))
    #expect(one.used == 1)
  }

  @Test func leavesOutHighAccelerations() throws {
    // A disk of 2.0 times the usual lies below the limit of 1/0.48 = 2.08, one of 2.1 above it.
    let low = try Self.offset(OffsetGalaxy(deltas: [9, 0, 0, 0, 0], disk: [2.0]), Self.all)
    #expect(low.used == 5)
    let high = try Self.offset(OffsetGalaxy(deltas: [9, 0, 0, 0, 0], disk: [2.1]), Self.all)
    #expect(high.used == 4)
    #expect(high.offset.isNear(0, absolute: 1e-14))
  }

  /// The gas has −50 R km²/s²: the signed sum is 50 R, the squared one 150 R, and the scale is
  /// chosen for each so that the relation doubles it.
  @Test func dropsTheSignOfTheGasWhereItIsTold() throws {
    let galaxy = OffsetGalaxy(
      deltas: [0, 0, 0, 0, 0], gas: [Double](repeating: -50, count: 5))
    // 200 R observed against 2 · 50 R and 2 · 150 R.
    let signed = try Self.offset(galaxy, Self.all, scale: "3.372628743667448e-12")
    #expect(signed.offset.isNear(Elementary.log10(2), absolute: 1e-14))
    let squared = try Self.offset(
      galaxy, #""gas_sign": "squared", \#(Self.all)"#, scale: "1.0117886231002344e-11")
    #expect(squared.offset.isNear(Elementary.log10(2.0 / 3), absolute: 1e-14))
  }

  @Test func takesTheAbsoluteValueOfASquaredSum() throws {
    let galaxy = OffsetGalaxy(
      deltas: [0, 0, 0, 0, 0, 0], gas: [-150, 0, 0, 0, 0, 0], effectiveRadius: 3)
    let squared = try OffsetGalaxy.offsets(
      [galaxy], #""gas_sign": "squared", "minimum_points": 6, \#(Self.all)"#, scale: "1e-10")
    #expect(try squared.only("points_used") == 6)
    // The signed sum is −50 R at the first point, which is not valid.
    let signed = try OffsetGalaxy.offsets(
      [galaxy], #""minimum_points": 5, \#(Self.all)"#, scale: "1e-10")
    #expect(try signed.only("points_used") == 5)
    #expect(try signed.only("outward_points") == 1)
    #expect(try squared.only("outward_points") == 0)
  }

  @Test func movesWithTheRatios() throws {
    // Υ_disk = 0.25 halves V²_bary; on the scale of half the acceleration it is doubled again.
    let table = try OffsetGalaxy.offsets(
      [.even(0)], Self.all, scale: "3.372628743667448e-12",
      #""grid": {"upsilon_disk": [0.25, 0.75]}"#)
    let offset = try #require(table["offset"])
    #expect(offset[0].isNear(Elementary.log10(2), absolute: 1e-14))
    // At 0.75 the acceleration exceeds the scale: 1.5 · 0.96 of it.
    #expect(offset[1].isNaN)
    #expect(table.texts("reason")[1] == "too few low-acceleration points")
  }

  @Test func hasTheScaleAsAnAxis() throws {
    let table = try OffsetGalaxy.offsets(
      [.even(0.1), .even(-0.2)], Self.all, scale: "1",
      #""grid": {"g_dagger": [\#(OffsetGalaxy.scale), 1e-12]}"#)
    #expect(
      table.schema.axes == ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "g_dagger"])
    let offset = try #require(table["offset"])
    #expect(offset[0].isNear(0.1, absolute: 1e-14))
    #expect(offset[1].isNear(-0.2, absolute: 1e-14))
    // The axis is the limit of low acceleration as well.
    #expect(offset[2].isNaN && offset[3].isNaN)
  }

  @Test func sharesTheAxisWithTheLaw() throws {
    let spec = OffsetGalaxy.spec(
      Self.all,
      #""grid": {"g_dagger": [\#(OffsetGalaxy.scale), 4e-12]}, "bounds": {"g_dagger": [1e-12, 1e-9]}"#
    )
    let results = try OffsetGalaxy.results(
      [.even(0)],
      spec.replacing(#""model": {"#, with: #""model": {"fit": ["rar"], "#))
    let (offsets, fits) = try (
      #require(results.tables["offsets"]), #require(results.tables["fits"])
    )
    #expect(offsets.schema.axes == ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "g_dagger"])
    #expect(fits.schema.axes == offsets.schema.axes)
    #expect(fits["g_dagger"] == [6.745257487334896e-12, 4e-12])
    #expect(fits["e_g_dagger"] == nil)
    #expect(fits["dof"] == fits["points"])
    // The galaxy lies on the relation of the first scale, and off that of the second.
    let chiSquared = try #require(fits["chi2"])
    #expect(chiSquared[0] < 1e-20)
    #expect(chiSquared[1] > 1)
  }

  @Test func hasItsPredictors() throws {
    var galaxy = OffsetGalaxy.even(0)
    galaxy.flatSpeed = 1000
    let table = try OffsetGalaxy.offsets([galaxy])
    #expect(try table.only("log_v") == 3)
    #expect(try table.only("log_l").isNear(Elementary.log10(0.8 * .pi), relative: 1e-15))
    #expect(
      table.header
        == "upsilon_disk upsilon_bulge upsilon_gas galaxy offset log_v log_l c_v f_gas points_used outward_points reason"
    )
  }
}

@Suite("The gas fraction", .limited)
struct OffsetGasFractionTests {
  private static let gas: [Double] = [900, 100, 0, 50, 150, 300]
  private static let galaxy = OffsetGalaxy(deltas: [0, 0, 0, 0, 0, 0], gas: gas)

  private static func fraction(_ settings: String, _ more: String = "") throws -> [Double] {
    try #require(
      try OffsetGalaxy.offsets([galaxy], settings, scale: "1e-9", more)["f_gas"])
  }

  @Test func looksAtTheLastFivePointsWithoutTheRatio() throws {
    // V_gas² is the list times R, V_disk² is 200 R, for R from 2 to 6.
    let gas = zip(Self.gas, 1...).dropFirst().reduce(0) { $0 + $1.0 * Double($1.1) }
    let disk = 200.0 * (2 + 3 + 4 + 5 + 6)
    let found = try Self.fraction("", #""grid": {"upsilon_disk": [0.5, 1]}"#)
    #expect(found[0].isNear(gas / (gas + disk), relative: 1e-14))
    #expect(found[1] == found[0])
  }

  @Test func isOfAllBaryonsWhereItIsTold() throws {
    // Over all six points, with the ratio: V²_bary is the gas and 100 R.
    let gas = zip(Self.gas, 1...).reduce(0) { $0 + $1.0 * Double($1.1) }
    let found = try Self.fraction(
      #""f_gas": "baryonic""#, #""grid": {"upsilon_disk": [0.5, 1]}"#)
    #expect(found[0].isNear(gas / (gas + 2100), relative: 1e-14))
    #expect(found[1].isNear(gas / (gas + 4200), relative: 1e-14))
  }

  @Test func isOfTheBaryonsWhereValidityIsJudged() throws {
    let gas = zip(Self.gas, 1...).reduce(0) { $0 + $1.0 * Double($1.1) }
    let found = try Self.fraction(
      #""f_gas": "baryonic", "valid_at": {"upsilon_disk": 1}"#,
      #""grid": {"upsilon_disk": [0.5, 1]}"#)
    for value in found { #expect(value.isNear(gas / (gas + 4200), relative: 1e-14)) }
  }
}
