import Galaxies
import Plans
import Support
import Tables
import TestKit
import Testing

@Suite("The table of points", .limited)
struct PointsStepTests {
  private static let galaxies: [OffsetGalaxy] = [0.1, -0.2, 0.3, 0].enumerated().map {
    index, delta in
    var galaxy = OffsetGalaxy.even(delta)
    galaxy.name = "G\(index)"
    galaxy.effectiveRadius = [1.5, 2.6, 3.3, 4.9][index]
    galaxy.flatSpeed = [40, 100, 70, 55][index]
    return galaxy
  }

  private static func tables(
    _ steps: String, _ galaxies: [OffsetGalaxy] = galaxies, settings: String = #""points": "all""#
  ) throws -> TableSet {
    try OffsetGalaxy.results(
      galaxies, OffsetGalaxy.spec(settings, "\"analyses\": [\(steps)]")
    ).tables
  }

  private static func points(
    _ ratios: String, _ galaxies: [OffsetGalaxy] = galaxies, settings: String = #""points": "all""#
  ) throws -> Table {
    try #require(
      try tables(#"{"name": "p", "points": \#(ratios)}"#, galaxies, settings: settings)["p"])
  }

  @Test func hasWhatIsMeasuredAndWhatFollows() throws {
    let table = try Self.points(#"{"upsilon_disk": 0.5}"#)
    #expect(table.schema.keys == ["galaxy", "radius"])
    #expect(
      table.header.hasSuffix(
        "upsilon_disk upsilon_bulge upsilon_gas v_bary g_bar g_obs g_rar v_pred low_acceleration"))
    #expect(table.rowCount == 24)
    for row in 0..<table.rowCount {
      func value(_ name: String) throws -> Double { try #require(table[name]?[row]) }
      let radius = try value("radius")
      #expect(try value("v_bary").isNear((100 * radius).squareRoot(), relative: 1e-12))
      #expect(try value("g_rar").isNear(2 * value("g_bar"), relative: 1e-12))
      #expect(try value("v_pred").isNear((200 * radius).squareRoot(), relative: 1e-12))
      let speed = try value("v_obs")
      let seen = RadialAcceleration.centripetal(squaredSpeed: speed * speed, radius: radius)
      #expect(try value("g_obs") == seen)
      #expect(try value("upsilon_bulge") == 0.7)
    }
    #expect(Set(table.texts("low_acceleration")) == ["true"])
    #expect(
      Set(try Self.points(#"{"upsilon_disk": 0.5, "upsilon_gas": 2}"#)["upsilon_gas"] ?? []) == [2])
  }

  @Test func hasNoPointsOfGalaxiesWithoutAnOffset() throws {
    var galaxies = Self.galaxies
    galaxies[1].deltas.removeLast(2)
    #expect(Set(try Self.points("{}", galaxies).texts("galaxy")) == ["G0", "G2", "G3"])
    // At twice the limit nobody has one, unless it is judged elsewhere.
    #expect(try Self.points(#"{"upsilon_disk": 2}"#).rowCount == 0)
    let judged = try Self.points(
      #"{"upsilon_disk": 2}"#, settings: #""points": "all", "valid_at": {}"#)
    #expect(judged.rowCount == 24)
    #expect(Set(judged.texts("low_acceleration")) == ["false"])
  }

  @Test func hasARatioForEachGalaxy() throws {
    let tables = try Self.tables(
      #"""
      {"name": "best", "optimize": "offsets", "minimize": "offset^2",
       "over": {"upsilon_disk": [0.05, 1]}, "each": "galaxy", "grid_points": 11},
      {"name": "p", "points": {"upsilon_disk": "best.upsilon_disk", "upsilon_gas": "1 + v_flat / 100"}}
      """#)
    let (best, points) = (try #require(tables["best"]), try #require(tables["p"]))
    let ratios = Dictionary(
      uniqueKeysWithValues: zip(best.texts("galaxy"), best["upsilon_disk"] ?? []))
    #expect(points.rowCount == 24)
    for row in 0..<points.rowCount {
      #expect(points["upsilon_disk"]?[row] == ratios[points.texts("galaxy")[row]])
    }
    #expect(Set(points["upsilon_gas"] ?? []) == [1.4, 2, 1.7, 1.55])
  }

  @Test func leavesOutGalaxiesWhoseRatioIsMissing() throws {
    let table = try Self.points(#"{"upsilon_disk": "0.5 + 0 * log10(v_flat - 50)"}"#)
    #expect(Set(table.texts("galaxy")) == ["G1", "G2", "G3"])
  }

  @Test func isJoinedWithResiduals() throws {
    let tables = try Self.tables(
      #"""
      {"name": "fit", "regress": "offsets", "response": "offset", "terms": ["log_v"]},
      {"name": "p", "points": {"upsilon_disk": 0.5}},
      {"name": "left", "derive": "p", "columns": {
        "corrected": "log10(g_obs) - log10(g_rar * 10^fit.residuals.fitted)",
        "residual": "fit.residuals.residual"}},
      {"name": "rms", "summarize": "left", "columns": ["corrected", "residual"], "statistics": ["rms", "count"]}
      """#)
    let left = try #require(tables["left"])
    // Every point of a galaxy is as far off as the galaxy.
    for row in 0..<left.rowCount {
      let (corrected, residual) = (
        try #require(left["corrected"]?[row]), try #require(left["residual"]?[row])
      )
      #expect(corrected.isNear(residual, absolute: 1e-13))
    }
    #expect(tables["rms"]?["count"] == [24, 24])
    let fit = try #require(tables["fit"])
    #expect(try #require(tables["rms"]?["rms"]?[1]).isNear(fit.only("rms"), relative: 1e-12))
  }
}
