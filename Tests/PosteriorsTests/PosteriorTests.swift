import Galaxies
import Models
import Numerics
import Posteriors
import TestKit
import Testing

@Suite("Posteriors", .limited)
struct PosteriorTests {
  static let halo = [10.0...500, 0.0...1000]

  static func posterior(
    _ law: any RotationLaw.Type, _ galaxy: Galaxy, _ space: FitSpace, seed: UInt64 = 1,
    _ method: PosteriorMethod = .importance, draws: Int = 1000
  ) throws -> Posterior {
    try Posterior(
      of: law, FitSubject(galaxy), in: space,
      PosteriorRequest(
        method, seed: seed, unit: "\(galaxy.name) \(law.card.name)", draws: draws,
        effectiveDraws: 3000))
  }

  @Test func tellWhatMadeTheCurve() throws {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let found = try Self.posterior(NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo))
    #expect(found.evidence.status == .good || found.evidence.status == .usable)
    #expect(found.evidence.method == .importance && found.evidence.modes == 1)
    #expect(found.evidence.effectiveDraws > 2500 && found.evidence.error < 0.03)
    let names = found.density.lanes.indices.map {
      NFWHalo.card.name(of: found.density.lanes[$0])
    }
    #expect(names == ["v200", "c200", "upsilon_disk", "distance", "inclination"])
    let (v200, c200) = (found.quantities[0], found.quantities[1])
    #expect(v200.p025 < 110 && 110 < v200.p975 && c200.p025 < 12 && 12 < c200.p975)
    for known in found.quantities {
      let quantiles = [known.p025, known.p16, known.median, known.p84, known.p975]
      #expect(quantiles == quantiles.sorted() && Set(quantiles).count == 5)
      #expect(known.hdi68.upper - known.hdi68.lower <= known.p84 - known.p16)
      #expect(known.hdi95.lower <= known.hdi68.lower && known.hdi68.upper <= known.hdi95.upper)
      #expect(known.errorOfMean < 0.05 * known.std && known.errorOfMedian < 0.08 * known.std)
      #expect(known.limit == nil)
    }
    // The curve tells much of the halo, and nothing of the inclination that is not known before.
    #expect(v200.information > 1 && c200.information > 3)
    #expect(found.quantities[4].information < 0.5)
    #expect(found.correlations[0][1] < 0 && found.correlations[1][0] == found.correlations[0][1])
    #expect(found.correlations[2][2] == 1)
  }

  @Test func haveTheSameBitsWhateverWasDoneBefore() throws {
    let galaxy = MadeCurve.galaxy(BurkertHalo.self, [90, 15])
    let space = FitSpace.usual(galaxy, in: Self.halo)
    func bits(_ seed: UInt64) throws -> [UInt64] {
      let found = try Self.posterior(BurkertHalo.self, galaxy, space, seed: seed)
      return [found.evidence.logValue, found.evidence.error].map(\.bitPattern)
        + found.quantities.flatMap { [$0.mean, $0.median, $0.errorOfMedian].map(\.bitPattern) }
        + found.draws.map { $0.law[0].bitPattern }
    }
    let first = try bits(1)
    let other = try bits(2)
    #expect(try bits(1) == first && first != other)
  }

  @Test func agreeBetweenTheMethods() throws {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    var space = FitSpace(Self.halo.map { FitRange($0) }, MassToLight(disk: 0.5, bulge: 0.7))
    space.galaxy.upsilonBulge = FitRange(fixed: 0.7)
    let grid = try Self.posterior(NFWHalo.self, galaxy, space, .grid)
    #expect(grid.evidence.status == .good && grid.evidence.error < 1e-6)
    for method in [PosteriorMethod.importance, .chains] {
      let found = try Self.posterior(NFWHalo.self, galaxy, space, method)
      #expect(found.evidence.method == method)
      #expect(
        found.evidence.logValue.isNear(
          grid.evidence.logValue, absolute: 4 * found.evidence.error))
      for (own, exact) in zip(found.quantities, grid.quantities) {
        #expect(
          own.median.isNear(exact.median, absolute: 0.02 * exact.std + 4 * own.errorOfMedian))
        #expect(own.std.isNear(exact.std, relative: 0.1))
      }
    }
  }

  /// A third quantity has no grid.
  @Test func haveAGridOfTwoQuantitiesAtMost() {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    #expect(throws: PosteriorRefusal.tooManyForGrid) {
      try Self.posterior(NFWHalo.self, galaxy, .withRatios(in: Self.halo), .grid)
    }
  }

  @Test func sayThatNothingIsFree() {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let fixed = FitSpace([FitRange(fixed: 100), FitRange(fixed: 10)], MassToLight())
    #expect(throws: PosteriorRefusal.nothingFree) {
      try Self.posterior(NFWHalo.self, galaxy, fixed)
    }
    #expect(PosteriorRefusal.nothingFree.text.hasPrefix("nothing is free"))
  }

  @Test func sayWhyASpaceIsNone() {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let reversed = FitSpace([FitRange(500, 10), FitRange(1, 100)], MassToLight())
    #expect(throws: PosteriorRefusal.space(.reversedBounds)) {
      try Self.posterior(NFWHalo.self, galaxy, reversed)
    }
    let outside = FitSpace(
      [FitRange(10, 500, .normal(mean: -9000, sigma: 1)), FitRange(1, 100)], MassToLight())
    #expect(throws: PosteriorRefusal.space(.priorOutsideBounds)) {
      try Self.posterior(NFWHalo.self, galaxy, outside)
    }
  }

  @Test func sayThatTheLikelihoodIsZero() {
    var galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    galaxy.curve.observedSpeed[3] = 1e200
    #expect(throws: PosteriorRefusal.noLikelihood) {
      try Self.posterior(NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo))
    }
  }

  /// Bounds are priors: two points leave five quantities open, and are no refusal.
  @Test func takeFewPoints() throws {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12], points: 2)
    let found = try Self.posterior(NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo))
    #expect(found.evidence.status == .good || found.evidence.status == .usable)
  }

  /// Where data tell nothing, the posterior is the prior and the evidence that of the data alone.
  @Test func areThePriorWhereDataTellNothing() throws {
    var galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12], points: 3)
    galaxy.curve.observedSpeedError = [1e9, 1e9, 1e9]
    let found = try Self.posterior(NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo))
    let logOfTwoPi = Elementary.log(2 * Double.pi)
    let alone = -1.5 * logOfTwoPi - 3 * Elementary.log(1e9)
    #expect(found.evidence.logValue.isNear(alone, absolute: 4 * found.evidence.error))
    let (v200, inclination) = (found.quantities[0], found.quantities[4])
    #expect(v200.median.isNear(255, absolute: 4 * v200.errorOfMedian))
    #expect(v200.p975.isNear(10 + 490 * 0.975, absolute: 6))
    #expect(inclination.mean.isNear(60, absolute: 4 * inclination.errorOfMean))
    #expect(found.quantities.allSatisfy { $0.information < 0.05 })
  }

  @Test func drawAsOftenAsIsLikely() throws {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let found = try Self.posterior(
      NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo), draws: 2000)
    #expect(found.draws.count == 2000)
    for (lane, known) in found.quantities.enumerated() {
      let drawn = WeightedSample(found.draws.map { $0[found.density.lanes[lane]] })
      #expect(drawn.mean.isNear(known.mean, absolute: 0.1 * known.std))
      #expect(drawn.std.isNear(known.std, relative: 0.1))
    }
  }

  @Test func knowWhatFollowsFromTheQuantities() throws {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let found = try Self.posterior(NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo))
    let same = found.derived { $0.law[0] }
    #expect(same.mean == found.quantities[0].mean && same.p84 == found.quantities[0].p84)
    #expect(same.information.isNaN && same.limit == nil)
    // A rising function takes quantiles along.
    let cube = found.derived { $0.law[0] * $0.law[0] * $0.law[0] }
    let median = found.quantities[0].median
    #expect(cube.median.isNear(median * median * median, relative: 1e-3))
    #expect(found.derived { _ in .nan }.mean.isNaN)
  }

  @Test func foretellTheCurve() throws {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let found = try Self.posterior(NFWHalo.self, galaxy, .usual(galaxy, in: Self.halo))
    let points = found.predictive
    #expect(points.map(\.radius) == galaxy.curve.radius)
    for (index, point) in points.enumerated() {
      #expect(point.model.p025 < point.model.p16 && point.model.p16 < point.model.median)
      #expect(point.model.median.isNear(galaxy.curve.observedSpeed[index], absolute: 9))
      let (baryons, extra) = (point.baryons.median, point.extra.median)
      let both = (baryons * baryons + extra * extra).squareRoot()
      #expect(both.isNear(point.model.median, relative: 0.03))
      #expect(point.bulge.median == 0)
    }
    let outcome = found.leaveOneOut
    #expect(outcome.logDensities.count == galaxy.curve.count)
    #expect(outcome.effectiveParameters > 0.5 && outcome.effectiveParameters < 5)
  }

  /// A curve of baryons alone leaves nothing of the halo: a limit, not a value.
  @Test func tellLimits() throws {
    var galaxy = MadeCurve.galaxy(NFWHalo.self, [0, 10])
    galaxy.curve.observedSpeed = galaxy.curve.observedSpeed.map { $0 - 3 }
    let space = FitSpace([FitRange(0, 500), FitRange(fixed: 10)], MassToLight())
    let found = try Self.posterior(NFWHalo.self, galaxy, space)
    #expect(found.quantities[0].limit == .upper)
    #expect(found.quantities[0].p975 < 60)
  }
}
