import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Intervals by profile and correlations.
@Suite("Profile of a fit", .limited)
struct ProfileTests {
  static func profile(
    _ galaxy: MadeGalaxy, _ law: any RotationLaw.Type, in space: FitSpace
  ) throws -> (fit: CurveFit, profile: FitProfile) {
    let fit = try galaxy.fit(law, in: space, with: .intervals).get()
    return (fit, try #require(fit.profile))
  }

  @Test func isThatOfAParabolaForALinearLaw() throws {
    var generator = SplitMix64(seed: 8)
    let galaxy = MadeGalaxy(points: 12, &generator).following(LinearTerm.self, [20])
      .disturbed(by: 1, &generator)
    let (fit, profile) = try Self.profile(
      galaxy, LinearTerm.self, in: galaxy.space(of: LinearTerm.self))
    let interval = try #require(profile.interval(of: .parameter(0)))
    let (value, error) = (fit.quantities.law[0], fit.errors.law[0])
    #expect(interval.lower1.isNear(value - error, relative: 1e-6))
    #expect(interval.upper1.isNear(value + error, relative: 1e-6))
    #expect(interval.lower2.isNear(value - 2 * error, relative: 1e-6))
    #expect(interval.upper2.isNear(value + 2 * error, relative: 1e-6))
    #expect(profile.improvements == 0)
    #expect(profile.interval(of: .galaxy(.distance)) == nil)
  }

  @Test(arguments: ModelCatalogue.names)
  func endsWhereTheObjectiveHasRisen(_ name: String) throws {
    let law = try JointFitTests.law(name)
    let galaxy = JointFitTests.made(law)
    let space = JointFitTests.space(of: law, beside: 2)
      .freeing(.upsilonDisk, .lognormal(median: 0.5, dex: 0.1))
      .freeing(.distance, .normal(mean: 8, sigma: 0.4))
    let (fit, profile) = try Self.profile(galaxy, law, in: space)
    let least = fit.chiSquared + fit.priorTerm
    for quantity in law.card.quantities {
      guard let interval = profile.interval(of: quantity) else { continue }
      let ends = zip(interval.ends, [1.0, 1, 4, 4])
      for (end, rise) in ends where !end.isNaN {
        var fixed = space
        fixed.fix(quantity, at: end)
        let refit = try galaxy.fit(law, in: fixed).get()
        let prior = Self.term(space[quantity].prior, end)
        let found = refit.chiSquared + refit.priorTerm + prior - least
        #expect(found.isNear(rise, relative: 1e-4), "\(quantity) at \(end)")
      }
      #expect(!(interval.lower1 > fit.quantities[quantity]))
      #expect(!(interval.lower2 > interval.lower1) && !(interval.upper2 < interval.upper1))
    }
  }

  private static func term(_ prior: Prior, _ value: Double) -> Double {
    let residual = prior.residual(value).value
    return residual * residual
  }

  @Test func isOpenAtABound() throws {
    let law = RationalTaper.self
    let galaxy = FitStatusTests.galaxy.following(law, [20, 4])
    let space = FitSpace([FitRange(0, 50), FitRange(0.1, 3)], MassToLight())
    let (fit, profile) = try Self.profile(galaxy, law, in: space)
    #expect(fit.status == .atBound && profile.correlations.isEmpty)
    let scale = try #require(profile.interval(of: .parameter(1)))
    #expect(scale.upper1.isNaN && scale.upper2.isNaN)
    #expect(scale.lower2 < scale.lower1 && scale.lower1 < 3)
    let amplitude = try #require(profile.interval(of: .parameter(0)))
    #expect(amplitude.lower1 < fit.quantities.law[0] && amplitude.upper1 > fit.quantities.law[0])
  }

  @Test func hasNoEndsForAQuantityWithoutEffect() throws {
    // The curve lies below the baryons, so that no halo is wanted.
    var galaxy = FitStatusTests.galaxy
    galaxy.curve.diskSpeed = galaxy.curve.radius.map { _ in 100 }
    galaxy.curve.observedSpeed = galaxy.curve.radius.map { _ in 40 }
    let law = BurkertHalo.self
    let (fit, profile) = try Self.profile(galaxy, law, in: galaxy.space(of: law))
    #expect(fit.quantities.law[0].isNaN && fit.quantities.law[1] == 0)
    #expect(profile.interval(of: .parameter(0))?.ends.allSatisfy(\.isNaN) == true)
    #expect(fit.bounds.contains(.lower, of: .parameter(1)))
    #expect(!fit.bounds.contains(.upper, of: .parameter(0)))
  }

  @Test func correlatesWhatTradesAgainstEachOther() throws {
    // Without gas V = √(Υ D) V_disk: ratio and distance enter by their product, but for priors.
    var galaxy = MadeGalaxy(radius: [1, 2, 3, 4], observed: [42, 57, 71, 78])
    galaxy.curve.diskSpeed = [60, 80, 100, 110]
    let space = FitSpace([FitRange(fixed: 0)], MassToLight())
      .freeing(.upsilonDisk, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.distance, .normal(mean: 8, sigma: 2))
    let (fit, profile) = try Self.profile(galaxy, LinearTerm.self, in: space)
    let (disk, distance) = (Quantity.galaxy(.upsilonDisk), Quantity.galaxy(.distance))
    let found = profile.correlation(of: disk, distance)
    #expect(found == profile.correlation(of: distance, disk) && found < -0.9)
    #expect(profile.correlation(of: disk, disk) == 1)
    // The normal equations by hand: V = s √(Υ D), s = V_disk / √8.
    let (upsilon, length) = (fit.quantities[disk], fit.quantities[distance])
    var (a, b, c) = (1 / 0.04, 0.0, 1.0 / 4)
    for speed in galaxy.curve.diskSpeed {
      let model = speed * (upsilon * length / 8).squareRoot()
      let (one, other) = (model / (2 * upsilon), model / (2 * length))
      (a, b, c) = (a + one * one, b + one * other, c + other * other)
    }
    #expect(found.isNear(-b / (a * c).squareRoot(), relative: 1e-9))
  }

  /// A curve of hardly any errors, whose profiles meet lower places again and again.
  @Test(arguments: ["burkert", "nfw", "tanh-taper"], [1e-6, 1e-5])
  func hasAnIntervalOfEveryQuantityHoweverRoughItIs(_ name: String, _ error: Double) throws {
    let law = try JointFitTests.law(name)
    var galaxy = MadeGalaxy(
      radius: [1, 2, 3, 4, 5, 6, 7], observed: [34, 55, 70, 80, 88, 93, 98],
      errors: [error, 3, 3, 3, 3, 3, 3])
    galaxy.curve.gasSpeed = [2, 3, 5, 7, 8, 10, 11]
    galaxy.curve.diskSpeed = [18, 27, 31, 34, 35, 35, 34]
    let space = galaxy.space(of: law).freeing(.upsilonDisk, in: 0...5)
    let (fit, profile) = try Self.profile(galaxy, law, in: space)
    for quantity in law.card.parameters.indices.map(Quantity.parameter) + [.galaxy(.upsilonDisk)] {
      #expect(profile.interval(of: quantity) != nil)
    }
    // What replaced a fit is an optimum itself.
    let plain = try galaxy.fit(law, in: space).get()
    #expect(fit.chiSquared <= plain.chiSquared * (1 + 1e-6))
  }
}
