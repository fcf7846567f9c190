import Galaxies
import Models
import Numerics
import Posteriors
import TestKit
import Testing

@Suite("Records of posteriors", .limited)
struct PosteriorRecordTests {
  private static let (v200, c200) = (Quantity.parameter(0), Quantity.parameter(1))
  private static let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])

  private static func record(
    _ galaxy: Galaxy, _ space: FitSpace, draws: Int = 200,
    _ wishes: PosteriorWishes = PosteriorWishes()
  ) throws -> PosteriorRecord {
    try PosteriorRecord(
      of: NFWHalo.self, FitSubject(galaxy), in: space,
      PosteriorRequest(seed: 1, unit: "made", draws: draws, effectiveDraws: 3000), wishes)
  }

  @Test func haveWhatIsWishedFor() throws {
    let space = FitSpace.usual(Self.galaxy, in: [10...500, 0...1000])
    let cube = QuantityFormula.two(.power, .quantity(Self.v200), .number(3))
    let found = try Self.record(
      Self.galaxy, space,
      PosteriorWishes(derived: [cube], draws: true, weightedDraws: true, predictive: true))
    #expect(found.quantities.count == 5 && found.posteriors.count == 5)
    #expect(found.correlations.count == 5 && found.derived.count == 1)
    #expect(found.draws.count == 200 && found.predictive.count == Self.galaxy.curve.count)
    let whole = Statistics.sum(found.weightedDraws.map(\.weight))
    #expect(whole.isNear(1, relative: 1e-9))
    let median = found.posteriors[0].median
    #expect(found.derived[0].median.isNear(median * median * median, relative: 1e-3))
    #expect(found.prediction.logDensity.isFinite && found.prediction.error > 0)
    let bare = try Self.record(Self.galaxy, space)
    #expect(bare.draws.isEmpty && bare.weightedDraws.isEmpty && bare.predictive.isEmpty)
    #expect(bare.evidence.logValue == found.evidence.logValue)
    #expect(bare.prediction.logDensity == found.prediction.logDensity)
    // What is told of quantities does not hang on how many draws are handed out.
    let few = try Self.record(Self.galaxy, space, draws: 3, PosteriorWishes(draws: true))
    #expect(few.draws.count == 3 && few.prediction.logDensity == bare.prediction.logDensity)
  }

  @Test func tellOfTiedQuantities() throws {
    var space = FitSpace.usual(Self.galaxy, in: [10...500, 0...1000])
    space.ties = [
      QuantityTie(Self.c200, .two(.times, .number(0.1), .quantity(Self.v200)))
    ]
    let found = try Self.record(Self.galaxy, space, PosteriorWishes(draws: true))
    #expect(found.quantities.first == Self.v200 && found.quantities.last == Self.c200)
    #expect(found.quantities.count == 5)
    let (free, tied) = (found.posteriors[0], found.posteriors[4])
    #expect(tied.median.isNear(0.1 * free.median, relative: 1e-9))
    #expect(tied.std.isNear(0.1 * free.std, relative: 1e-9) && tied.information.isNaN)
    #expect(found.correlations[0][4].isNear(1, absolute: 1e-9))
    for draw in found.draws {
      #expect(draw.quantities.law[1].isNear(0.1 * draw.quantities.law[0], relative: 1e-12))
    }
  }

  /// Where data tell nothing the evidence is that of the data alone, which holds for priors that
  /// integrate to one; and nothing is learnt of any quantity.
  @Test(arguments: [0, 1, 2])
  func knowThatPriorsIntegrateToOne(_ kind: Int) throws {
    var galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12], points: 3)
    galaxy.curve.observedSpeedError = [1e9, 1e9, 1e9]
    var space = FitSpace.usual(galaxy, in: [10...500, 1...40])
    let mean = QuantityFormula.two(
      .minus, .number(30), .two(.times, .number(0.05), .quantity(Self.v200)))
    let shapes: [GeneralPrior.Shape] = [
      .normal(mean: mean, sigma: .number(6)), .lognormal(median: mean, dex: .number(0.2)),
      .beta(a: 2, b: 5),
    ]
    space.priors = [GeneralPrior(of: Self.c200, shapes[kind])]
    let found = try Self.record(galaxy, space)
    let alone = -1.5 * Elementary.log(2 * Double.pi) - 3 * Elementary.log(1e9)
    #expect(found.evidence.logValue.isNear(alone, absolute: 4 * found.evidence.error))
    #expect(found.posteriors.allSatisfy { $0.information < 0.05 })
    if kind == 2 {
      let known = found.posteriors[1]
      #expect(known.mean.isNear(1 + 39 * 2 / 7.0, absolute: 4 * known.errorOfMean))
    }
  }
}
