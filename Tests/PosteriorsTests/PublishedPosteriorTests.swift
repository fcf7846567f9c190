import Galaxies
import Models
import Numerics
import Posteriors
import TestKit
import Testing

/// Posteriors and evidences of published curves that independent samplers have found.
@Suite(
  "Posteriors of published curves", .limited(minutes: 20), .slow,
  .enabled(if: PublishedCurves.exist, PublishedCurves.advice))
struct PublishedPosteriorTests {
  struct Known: CustomTestStringConvertible, Sendable {
    let galaxy: String
    let law: String
    let bounds: [ClosedRange<Double>]
    let logEvidence: Double
    /// Median and the quantiles at 16 and 84 % of some quantities, by name.
    var quantiles: [(name: String, median: Double, p16: Double, p84: Double)] = []

    var testDescription: String { "\(galaxy) \(law)" }
  }

  /// From a prototype of this sampler in another language, whose seeds differ by less than 0.01;
  /// the last one from two other samplers that start from every optimum.
  static let known = [
    Known(
      galaxy: "DDO154", law: "nfw", bounds: [10...500, 0...1000], logEvidence: -68.855,
      quantiles: [
        ("upsilon_disk", 0.271, 0.227, 0.322), ("distance", 4.212, 4.015, 4.411),
        ("inclination", 66.47, 63.60, 69.31), ("v200", 59.57, 56.48, 63.07),
        ("c200", 4.917, 4.490, 5.369),
      ]),
    Known(
      galaxy: "DDO154", law: "burkert", bounds: [10...500, 0...1000], logEvidence: -23.408,
      quantiles: [("v200", 34.92, 34.01, 35.90), ("c200", 18.23, 17.30, 19.24)]),
    Known(
      galaxy: "NGC2403", law: "rar", bounds: [1.2e-10...1.2e-10], logEvidence: -588.278,
      quantiles: [
        ("upsilon_disk", 0.5194, 0.5125, 0.5264), ("distance", 3.316, 3.214, 3.426),
        ("inclination", 65.95, 63.96, 68.07),
      ]),
    Known(
      galaxy: "UGC02916", law: "nfw", bounds: [10...500, 1...1000], logEvidence: -203.052),
  ]

  static func posterior(
    _ galaxy: String, _ name: String, in bounds: [ClosedRange<Double>], seed: UInt64 = 1
  ) throws -> Posterior {
    let (galaxy, law) = (
      try PublishedCurves.galaxy(galaxy), try #require(ModelCatalogue.law(named: name))
    )
    return try Posterior(
      of: law, FitSubject(galaxy), in: .usual(galaxy, in: bounds),
      PosteriorRequest(seed: seed, unit: "\(galaxy.name) \(name)"))
  }

  @Test(arguments: known)
  func agreeWithOtherSamplers(_ known: Known) throws {
    let found = try Self.posterior(known.galaxy, known.law, in: known.bounds)
    #expect(found.evidence.status == .good || found.evidence.status == .usable)
    #expect(found.evidence.logValue.isNear(known.logEvidence, absolute: 0.03))
    let card = found.density.law.card
    for row in known.quantiles {
      let lane = try #require(
        found.density.lanes.indices.first { card.name(of: found.density.lanes[$0]) == row.name })
      let own = found.quantities[lane]
      #expect(own.median.isNear(row.median, absolute: 0.04 * own.std), "\(row.name)")
      #expect(own.p16.isNear(row.p16, absolute: 0.06 * own.std), "\(row.name)")
      #expect(own.p84.isNear(row.p84, absolute: 0.06 * own.std), "\(row.name)")
    }
  }

  /// Twice the logarithm of the ratio of evidences, NFW over Burkert, by two other samplers; the
  /// sign is that of −2 ln B.
  @Test(arguments: [("NGC0247", -37.97), ("NGC3741", -14.69), ("NGC2403", -179.37)])
  func preferTheSameHalo(_ galaxy: String, _ known: Double) throws {
    let evidences = try ["nfw", "burkert"].map {
      try Self.posterior(galaxy, $0, in: [10...500, 1...1000]).evidence.logValue
    }
    #expect((-2 * (evidences[0] - evidences[1])).isNear(known, absolute: 0.1))
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let galaxy: String
    let law: String
    let isJoint: Bool

    var testDescription: String { "\(galaxy) \(law)\(isJoint ? " with distance" : "")" }
  }

  /// With ratios free, and of a relation distance and inclination too: three or four quantities.
  static let cases =
    ["UGC00128", "NGC3109", "UGC05750", "CamB", "NGC7331", "F571-8"].flatMap { galaxy in
      ["nfw", "pseudo-isothermal"].map { Case(galaxy: galaxy, law: $0, isJoint: false) }
    } + ["UGC00128", "NGC2366"].map { Case(galaxy: $0, law: "rar", isJoint: true) }

  /// The median of values on a grid, each of which stands for all within half a step of it: along a
  /// ridge the places lie in heaps, a step apart.
  private static func median(
    _ values: [Double], _ weights: [Double], within half: Double
  ) -> Double {
    let kept = zip(values, weights).filter { $1 > 0 }
    var low = kept.reduce(.infinity) { min($0, $1.0) }
    var high = kept.reduce(-.infinity) { max($0, $1.0) }
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      let below = kept.reduce(0.0) {
        $0 + $1.1 * min(1, max(0, 0.5 + (middle - $1.0) / (2 * half)))
      }
      if below < 0.5 { low = middle } else { high = middle }
    }
    return low
  }

  @Test(arguments: cases)
  func agreeWithAGrid(_ subject: Case) throws {
    let galaxy = try PublishedCurves.galaxy(subject.galaxy)
    let law = try #require(ModelCatalogue.law(named: subject.law))
    let bounds = law.card.parameters.map(\.bounds)
    let space =
      subject.isJoint ? FitSpace.usual(galaxy, in: bounds) : .withRatios(in: bounds)
    let found = try Posterior(
      of: law, FitSubject(galaxy), in: space,
      PosteriorRequest(seed: 1, unit: subject.testDescription))
    #expect(found.evidence.status == .good || found.evidence.status == .usable)
    let grid = try #require(
      GridSample.sample(found.density, from: found.density.starts))
    // Every second place of four skewed quantities tells little of the whole grid.
    try #require(grid.error < (subject.isJoint ? 0.3 : 0.005))
    #expect(
      found.evidence.logValue.isNear(
        grid.logEvidence, absolute: max(0.02, 3 * found.evidence.error)))
    // Places are 16 standard deviations over 64, or over 40.
    let half = subject.isJoint ? 0.2 : 0.125
    let values = found.density.values(of: grid.points)
    for (own, column) in zip(found.quantities, values) {
      let exact = WeightedSample(column, weights: grid.weights)
      let width = 0.02 * exact.std
      #expect(
        own.median.isNear(
          Self.median(column, grid.weights, within: half * exact.std),
          absolute: width + 3 * own.errorOfMedian))
      let errorOfStd = own.std / (2 * found.evidence.effectiveDraws).squareRoot()
      #expect(own.std.isNear(exact.std, absolute: width + 6 * errorOfStd))
    }
  }
}
