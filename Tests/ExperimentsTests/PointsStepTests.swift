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

  private static func results(
    _ steps: String, _ galaxies: [OffsetGalaxy] = galaxies, settings: String = #""points": "all""#,
    _ more: String = ""
  ) throws -> RunResults {
    try OffsetGalaxy.results(
      galaxies, OffsetGalaxy.spec(settings, "\"analyses\": [\(steps)]\(more)"))
  }

  private static func tables(_ steps: String) throws -> TableSet {
    try results(steps).tables
  }

  private static func points(
    _ ratios: String, _ galaxies: [OffsetGalaxy] = galaxies, settings: String = #""points": "all""#,
    _ more: String = ""
  ) throws -> Table {
    let step = #"{"name": "p", "points": \#(ratios)}"#
    return try #require(try results(step, galaxies, settings: settings, more).tables["p"])
  }

  private static let old = #", "methods": {"points": "v1_with_offset", "offset": "v1_with_r_eff"}"#

  @Test func hasWhatIsMeasuredAndWhatFollows() throws {
    let table = try Self.points(#"{"upsilon_disk": 0.5}"#)
    #expect(table.schema.keys == ["galaxy", "radius"])
    #expect(
      table.header.hasSuffix(
        "upsilon_disk upsilon_bulge upsilon_gas v_bary g_bar e_g_bar g_obs e_g_obs g_rar v_pred "
          + "low_acceleration"))
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

  /// By the old method, and by the new one where it is asked for.
  @Test(arguments: [("", old), (#", "of": "offset""#, "")])
  func hasNoPointsOfGalaxiesWithoutAnOffset(_ example: (of: String, more: String)) throws {
    func points(
      _ ratios: String, _ galaxies: [OffsetGalaxy], _ settings: String = #""points": "all""#
    ) throws -> Table {
      try Self.points(ratios + example.of, galaxies, settings: settings, example.more)
    }
    var galaxies = Self.galaxies
    galaxies[1].deltas.removeLast(2)
    #expect(Set(try points("{}", galaxies).texts("galaxy")) == ["G0", "G2", "G3"])
    // At twice the limit nobody has one, unless it is judged elsewhere.
    #expect(try points(#"{"upsilon_disk": 2}"#, Self.galaxies).rowCount == 0)
    let judged = try points(
      #"{"upsilon_disk": 2}"#, Self.galaxies, #""points": "all", "valid_at": {}"#)
    #expect(judged.rowCount == 24)
    #expect(Set(judged.texts("low_acceleration")) == ["false"])
  }

  @Test func hasThePointsOfAllGalaxiesOtherwise() throws {
    var galaxies = Self.galaxies
    galaxies[0].flatSpeed = .nan
    galaxies[1].deltas.removeLast(4)
    galaxies[2].effectiveRadius = 100
    let table = try Self.points(#"{"upsilon_disk": 2}"#, galaxies)
    #expect(table.rowCount == 20)
    #expect(Set(table.texts("galaxy")) == ["G0", "G1", "G2", "G3"])
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
