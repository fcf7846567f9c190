import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite(
  "The sample of SPARC", .limited(minutes: 20), .slow,
  .enabled(if: PublishedFiles.exist, PublishedFiles.advice))
struct PublishedSampleTests {
  private static func sample(galaxies: [String] = [], points: [String] = []) throws -> Sample {
    let cuts = Cuts(
      galaxies: try galaxies.map(Reading.expression), points: try points.map(Reading.expression))
    return try #require(Sample(cuts, of: PublishedFiles.dataset(), InputReport()))
  }

  @Test func hasTheGalaxiesOfTheMethodology() throws {
    let sample = try Self.sample(galaxies: ["inclination >= 30", "points >= 10", "r_disk > 0"])
    #expect(sample.galaxies.count == 118)
    #expect(sample.cutFlow["before"]?.first == 175)
    #expect(sample.cutFlow["after"]?.last == 118)
    #expect(sample.dropped.rowCount == 175 - 118)
  }

  /// The radial acceleration relation of McGaugh, Lelli & Schombert 2016: 153 galaxies, and points
  /// with speeds to ten per cent, which six of the galaxies do not have.
  @Test func hasThePointsOfTheAccelerationRelation() throws {
    let rules = ["quality < 3", "inclination >= 30"]
    #expect(try Self.sample(galaxies: rules).galaxies.count == 153)
    let sample = try Self.sample(galaxies: rules, points: ["e_v_obs / v_obs < 0.1"])
    #expect(sample.pointCount == 2_696)
    #expect(sample.galaxies.count == 147)
  }
}
