import Galaxies
import Models
import TestKit
import Testing

/// Evidences of fits to the curves of SPARC; without `UPSILON_DATA` there are none.
@Suite(
  "Evidence of a published curve", .limited(minutes: 10), .slow,
  .enabled(if: RealCurves.exist, RealCurves.advice))
struct PublishedEvidenceTests {
  /// −2 ln Z of a law and a galaxy, with ratios lognormal about 0.5 and 0.7 and the catalogue's
  /// distance and inclination.
  static func laplace(
    _ name: String, _ galaxy: String, in bounds: [ClosedRange<Double>], _ prior: Prior
  ) throws -> Double {
    let law = try #require(ModelCatalogue.law(named: name))
    let made = try #require(try RealCurves.galaxies().first { $0.name == galaxy }).galaxy
    var space = MapReference.space("catalogue", law, made)
    for (position, range) in bounds.enumerated() { space.law[position] = FitRange(range, prior) }
    return try made.fit(law, in: space).get().laplace
  }

  /// The differences of sampled evidences, NFW less Burkert, v200 in [10, 500] and c200 in
  /// [1, 1000], both flat or flat in the logarithm: a sampler, independent of this program, started
  /// from all optima.
  @Test(arguments: [
    ("NGC3741", Prior.uniform, -14.69), ("NGC2403", .uniform, -179.37),
    ("NGC3741", .logUniform, -16.27), ("NGC2403", .logUniform, -179.31),
  ])
  func agreesWithASamplerOnTheBetterHalo(
    _ galaxy: String, _ prior: Prior, _ sampled: Double
  ) throws {
    let bounds = [10.0...500, 1.0...1000]
    let nfw = try Self.laplace("nfw", galaxy, in: bounds, prior)
    let burkert = try Self.laplace("burkert", galaxy, in: bounds, prior)
    #expect((nfw - burkert).isNear(sampled, absolute: 0.4))
  }

  /// −2 ln Z as the same sampler finds it, with its constants.
  @Test(arguments: [
    ("nfw", "DDO154", [10.0...500, 0.0...1000], 137.710),
    ("burkert", "DDO154", [10.0...500, 0.0...1000], 46.816),
    ("rar", "NGC2403", [1.2e-10...1.2e-10], 1176.556),
  ])
  func agreesWithASampler(
    _ name: String, _ galaxy: String, _ bounds: [ClosedRange<Double>], _ sampled: Double
  ) throws {
    #expect(try Self.laplace(name, galaxy, in: bounds, .uniform).isNear(sampled, absolute: 0.05))
  }
}
