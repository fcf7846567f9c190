import Galaxies
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("A sample", .limited)
struct SampleTests {
  private static func sample(
    galaxies: [String] = [], points: [String] = []
  ) throws -> Sample {
    let report = InputReport()
    let cuts = Cuts(
      galaxies: try galaxies.map(Reading.expression), points: try points.map(Reading.expression))
    let sample = Sample(cuts, of: MadeUp.dataset, report)
    #expect(report.diagnostics.map(\.rendered) == [])
    return try #require(sample)
  }

  @Test func isTheWholeDatasetWithoutCuts() throws {
    let sample = try Self.sample()
    #expect(sample.galaxies.map(\.name) == ["Alpha", "Beta", "Gamma"])
    #expect(sample.positions == [0, 1, 2])
    #expect(sample.pointCount == 12)
    #expect(sample.cutFlow.rowCount == 0)
    #expect(sample.dropped.rowCount == 0)
    #expect(sample.catalogue["points"] == [6, 4, 2])
  }

  @Test func recordsWhatEachRuleDrops() throws {
    let sample = try Self.sample(galaxies: ["inclination>30", "r_disk > 0", "v_flat > 60"])
    #expect(sample.galaxies.map(\.name) == ["Alpha"])
    #expect(sample.cutFlow.header == "step rule kind before dropped after")
    #expect(
      sample.cutFlow.lines == [
        "1 inclination > 30 galaxies 3 1 2", "2 r_disk > 0 galaxies 2 0 2",
        "3 v_flat > 60 galaxies 2 1 1",
      ])
    #expect(
      sample.dropped.lines == [
        "Gamma inclination > 30 inclination = 20.0", "Beta v_flat > 60 v_flat = 50.0",
      ])
  }

  @Test func spellsEachRuleAndReasonOnce() throws {
    let sample = try Self.sample(galaxies: ["distance > 0", "distance > 0"])
    #expect(sample.cutFlow.schema["rule"]?.vocabulary == ["distance > 0"])
    #expect(sample.cutFlow["rule"] == [0, 0])
    #expect(sample.dropped.schema["because"]?.vocabulary == ["distance is missing"])
    #expect(sample.dropped["because"] == [0, 0, 0])
  }

  @Test func dropsWhatIsMissingWhicheverWayTheRuleIsPut() throws {
    #expect(try Self.sample(galaxies: ["v_flat > 0"]).positions == [0, 1])
    #expect(try Self.sample(galaxies: ["v_flat <= 0"]).positions == [])
    #expect(try Self.sample(galaxies: ["v_flat != 100"]).positions == [1])
    #expect(try Self.sample(galaxies: ["missing(v_flat)"]).positions == [2])
    #expect(try Self.sample(galaxies: ["not v_flat > 0"]).positions == [2])
    let dropped = try Self.sample(galaxies: ["v_flat > r_disk"]).dropped
    #expect(dropped.lines == ["Gamma v_flat > r_disk v_flat is missing, r_disk is missing"])
  }

  @Test func appliesRulesOverPointsFirst() throws {
    let sample = try Self.sample(
      galaxies: ["points >= 3", "r_max < 7"], points: ["radius > 1", "v_obs < 55"])
    // Alpha keeps 2 … 5 kpc, Beta 2 … 8 kpc, Gamma nothing.
    #expect(
      sample.cutFlow.lines == [
        "1 radius > 1 points 12 3 9", "2 v_obs < 55 points 9 1 8",
        "3 at least one point is left galaxies 3 1 2", "4 points >= 3 galaxies 2 0 2",
        "5 r_max < 7 galaxies 2 1 1",
      ])
    #expect(
      sample.dropped.lines == [
        "Gamma at least one point is left no point is left", "Beta r_max < 7 r_max = 8.0",
      ])
    #expect(sample.galaxies.map(\.curve.radius) == [[2, 3, 4, 5]])
    #expect(sample.galaxies.map(\.curve.observedSpeed) == [[20, 30, 40, 50]])
    #expect(sample.catalogue["points"] == [4])
    #expect(sample.catalogue["r_min"] == [2])
    #expect(sample.catalogue["r_max"] == [5])
  }

  @Test func letsRulesOverPointsLookIntoTheCatalogue() throws {
    let sample = try Self.sample(points: ["radius < r_disk or galaxy == 'Gamma'"])
    #expect(sample.galaxies.map(\.curve.radius) == [[1], [2], [0.5, 1]])
    let joined = try Self.sample(points: ["radius < galaxies.r_disk"])
    #expect(joined.galaxies.map(\.curve.radius) == [[1], [2]])
  }

  @Test func letsALaterRuleSeeWhatAnEarlierOneLeft() throws {
    let sample = try Self.sample(points: ["radius <= 2", "r_max >= 2"])
    #expect(sample.galaxies.map(\.name) == ["Alpha", "Beta"])
    let swapped = try Self.sample(points: ["r_max >= 2", "radius <= 2"])
    #expect(swapped.galaxies.map(\.name) == ["Alpha", "Beta"])
    #expect(swapped.cutFlow["after"] == [10, 3, 2])
    #expect(sample.cutFlow["after"] == [5, 3, 2])
  }
}
