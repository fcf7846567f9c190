import Galaxies
import Models
import TestKit
import Testing

/// Limits in which a parameter of a halo has no effect.
@Suite("Limit of a halo", .limited)
struct HaloLimitTests {
  static let cores = HaloLawTests.laws.filter { $0.massPower == 3 }.map { $0.card.name }

  /// A curve below its baryons: no halo is wanted.
  static var slow: MadeGalaxy {
    var galaxy = FitStatusTests.galaxy
    galaxy.curve.diskSpeed = galaxy.curve.radius.map { _ in 100 }
    galaxy.curve.observedSpeed = galaxy.curve.radius.map { _ in 40 }
    return galaxy
  }

  @Test(arguments: cores)
  func leavesTheSpeedOfACoreWithoutValueWhereThereIsNoConcentration(_ name: String) throws {
    let law = try HaloLawTests.law(name)
    let fit = try Self.slow.fit(law).get()
    #expect(fit.quantities.law[1] == 0 && fit.quantities.law[0].isNaN)
    for shape in 2..<max(2, law.card.parameters.count) {
      #expect(fit.quantities.law[shape].isNaN)
    }
    #expect(fit.status == .atBound)
    #expect(fit.side(of: 1) == .lower && fit.side(of: 0) == nil && fit.side(of: 2) == nil)
    #expect(fit.errors.law[1].isNaN)
    // Whatever the speed, the curve is the same.
    for v200 in [10.0, 50, 500] {
      var space = Self.slow.space(of: law)
      space.fix(.parameter(0), at: v200)
      let fixed = try Self.slow.fit(law, in: space).get()
      #expect(fixed.chiSquared.isNear(fit.chiSquared, relative: 1e-13))
    }
  }

  @Test(arguments: HaloLawTests.names)
  func leavesTheRestWithoutValueWhereThereIsNoHalo(_ name: String) throws {
    let law = try HaloLawTests.law(name)
    var space = Self.slow.space(of: law)
    space.law[0].lower = 0
    let fit = try Self.slow.fit(law, in: space).get()
    #expect(fit.quantities.law[0] == 0 && fit.side(of: 0) == .lower)
    for other in 1..<law.card.parameters.count {
      #expect(fit.quantities.law[other].isNaN && fit.side(of: other) == nil)
    }
    #expect(fit.chiSquared == Self.slow.chiSquared(of: law, [0, 1, 1]))
  }

  @Test func keepsWhatAPriorKnowsOfAParameterWithoutEffect() throws {
    var space = Self.slow.space(of: BurkertHalo.self)
    space.law[0].prior = .normal(mean: 120, sigma: 10)
    let fit = try Self.slow.fit(BurkertHalo.self, in: space).get()
    #expect(fit.quantities.law[0].isNear(120, relative: 1e-6) && fit.quantities.law[1] == 0)
  }
}
