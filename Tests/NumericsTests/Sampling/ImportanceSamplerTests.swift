import Numerics
import TestKit
import Testing

@Suite("Importance sampling", .limited)
struct ImportanceSamplerTests {
  struct Known: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let density: MadeDensity
    let logIntegral: Double
  }

  static let known: [Known] =
    [1, 2, 5, 8].map { dimension in
      Known(
        testDescription: "normal of \(dimension)",
        density: .normal(dimension, mean: 0.5, sigma: 0.1),
        logIntegral: MadeDensity.logIntegral(dimension, mean: 0.5, sigma: 0.1))
    } + [
      Known(
        testDescription: "two tops", density: .twoTops(4),
        logIntegral: MadeDensity.logIntegralOfTwoTops(4)),
      Known(
        testDescription: "bent", density: MadeDensity.bent,
        logIntegral: MadeDensity.logIntegralOfBent),
      Known(
        testDescription: "at a bound", density: MadeDensity.piled,
        logIntegral: MadeDensity.logIntegralOfPiled),
      Known(testDescription: "flat", density: MadeDensity.flat, logIntegral: 0),
    ]

  static func sample(_ density: MadeDensity, _ seed: UInt64) throws -> ImportanceSample {
    try #require(
      ImportanceSampler.sample(
        density, from: [], effective: 3000, key: SamplingKey(seed: seed, unit: "x".utf8)))
  }

  @Test(arguments: known)
  func findsTheIntegral(_ known: Known) throws {
    for seed: UInt64 in 1...2 {
      let sample = try Self.sample(known.density, seed)
      #expect(sample.shape < 0.7)
      #expect(sample.effectiveDraws >= 0.9 * 3000)
      #expect(sample.error < (sample.shape < 0.5 ? 0.02 : 0.06))
      #expect(sample.logEvidence.isNear(known.logIntegral, absolute: 4 * sample.error))
      #expect(Statistics.sum(sample.weights).isNear(1))
    }
  }

  @Test func knowsMeanAndSpread() throws {
    let sample = try Self.sample(.normal(3, mean: 0.5, sigma: 0.1), 3)
    for k in 0..<3 {
      let values = (0..<sample.points.count).map { sample.points[$0][k] }
      let known = WeightedSample(values, weights: sample.weights)
      let (mean, sigma) = (0.5 / 1.01, 0.1 / 1.01.squareRoot())
      #expect(known.mean.isNear(mean, absolute: 4 * known.errorOfMean))
      #expect(known.errorOfMean < 0.03 * sigma)
      #expect(known.std.isNear(sigma, relative: 0.05))
      #expect(known.quantile(0.84).isNear(mean + 0.994_457_9 * sigma, absolute: 0.08 * sigma))
    }
  }

  @Test func hasTheSameBitsAgainAndOthersForAnotherSeed() throws {
    let (one, again) = (try Self.sample(MadeDensity.bent, 1), try Self.sample(MadeDensity.bent, 1))
    #expect(one.logEvidence == again.logEvidence && one.weights == again.weights)
    #expect(one.points.lanes == again.points.lanes)
    #expect(try Self.sample(MadeDensity.bent, 2).logEvidence != one.logEvidence)
  }

  @Test func findsWhatStartsTellOf() throws {
    // A top so narrow and far out that no look over the prior meets it.
    let density = MadeDensity(shapes: [.normal, .normal, .normal]) { place in
      let near = MadeDensity.logNormal(place, 3, mean: 0, sigma: 0.5)
      let far = MadeDensity.logNormal(place, 3, mean: 4, sigma: 0.001) + 40
      let most = max(near, far)
      return most + Elementary.log(Elementary.exp(near - most) + Elementary.exp(far - most))
    }
    let known = MadeDensity.logIntegral(3, mean: 4, sigma: 0.001) + 40
    let found = try #require(
      ImportanceSampler.sample(
        density, from: [Lanes(4.001)], effective: 3000, key: SamplingKey(seed: 1, unit: [])))
    #expect(found.logEvidence.isNear(known, absolute: 0.03))
    #expect(found.modes.count == 2)
  }

  @Test func saysThatThereIsNoLikelihood() {
    let nothing = MadeDensity(shapes: [.normal]) { _ in -.infinity }
    let sample = ImportanceSampler.sample(
      nothing, from: [], effective: 1000, key: SamplingKey(seed: 1, unit: []))
    #expect(sample == nil)
  }
}
