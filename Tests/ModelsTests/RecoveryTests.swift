import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// A fit to a curve that a law itself has made, without noise.
@Suite("Fit of a made curve", .limited)
struct RecoveryTests {
  static let ratios = [
    MassToLight(disk: 0.2, bulge: 0.5), MassToLight(), MassToLight(disk: 1.1, bulge: 0.9, gas: 1.3),
  ]

  @Test(.slow, arguments: ModelCatalogue.names, ratios.indices)
  func findsTheParameters(_ name: String, _ index: Int) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    let ratios = Self.ratios[index]
    var generator = SplitMix64(seed: UInt64(10 + index))
    for _ in 0..<40 {
      let galaxy = MadeGalaxy(points: 8 + Int(20 * generator.uniform()), &generator)
      let truth = galaxy.parameters(of: law, &generator)
      let fit = try galaxy.following(law, truth, ratios).fit(law, ratios).get()
      #expect(fit.status == .interior)
      for (found, expected) in zip(fit.values(of: law), truth) {
        #expect(found.isNear(expected, relative: 1e-9))
      }
      #expect(fit.chiSquared < 1e-15)
    }
  }

  @Test func findsAScaleThatTheScanMeetsExactly() throws {
    var generator = SplitMix64(seed: 20)
    let galaxy = MadeGalaxy(radius: [1, 2, 3, 5, 8, 13], observed: [0, 0, 0, 0, 0, 0])
    for law in DenseGrid.laws {
      for step in 1..<24 {
        // The scan of these bounds has 24 steps.
        let span = Elementary.log(8.0)
        let scale = Elementary.exp(span * Double(step) / 24)
        let truth = [8 * generator.uniform() + 1, scale]
        let fit = try galaxy.following(law, truth).fit(law, in: [0...50, 1...8]).get()
        #expect(fit.quantities.law[0].isNear(truth[0], relative: 1e-9))
        #expect(fit.quantities.law[1].isNear(truth[1], relative: 1e-9))
      }
    }
  }

  @Test func findsALinearOmegaOfEitherSign() throws {
    var generator = SplitMix64(seed: 21)
    let galaxy = MadeGalaxy(points: 12, &generator)
    for omega in [-12.5, -0.25, 0.125, 31] {
      let fit = try galaxy.following(LinearTerm.self, [omega]).fit(LinearTerm.self).get()
      #expect(fit.quantities.law[0].isNear(omega, relative: 1e-12))
    }
  }

  @Test(arguments: [-50...50, -50 ... -10, 10...50, 0...50, -20...50] as [ClosedRange<Double>])
  func reportsTheMagnitudeOfOmegaInQuadrature(_ bounds: ClosedRange<Double>) throws {
    var generator = SplitMix64(seed: 22)
    for _ in 0..<20 {
      let galaxy = MadeGalaxy(points: 10, &generator)
      let omega = 12 + 30 * generator.uniform()
      for sign in [-1.0, 1] {
        let made = galaxy.following(QuadratureTerm.self, [sign * omega])
        let fit = try made.fit(QuadratureTerm.self, in: [bounds]).get()
        #expect(fit.quantities.law[0].isNear(omega, relative: 1e-9))
        #expect(fit.status == .interior)
      }
    }
  }

  @Test func keepsQuadratureWithinTheMagnitudesThatAreAllowed() throws {
    var generator = SplitMix64(seed: 23)
    let galaxy = MadeGalaxy(points: 10, &generator).following(QuadratureTerm.self, [5])
    let above = try galaxy.fit(QuadratureTerm.self, in: [-50 ... -10]).get()
    #expect(
      above.quantities.law[0] == 10 && above.side(of: 0) == .lower && above.status == .atBound)
    let below = try galaxy.fit(QuadratureTerm.self, in: [-4...3]).get()
    #expect(below.quantities.law[0] == 4 && below.side(of: 0) == .upper && below.status == .atBound)
    let fixed = try galaxy.fit(QuadratureTerm.self, in: [-7 ... -7]).get()
    #expect(fixed.quantities.law[0] == 7 && fixed.bounds.isEmpty && fixed.degreesOfFreedom == 10)
  }

  @Test func wantsNoQuadratureTermWhereTheBaryonsAreTooFast() throws {
    var generator = SplitMix64(seed: 24)
    var galaxy = MadeGalaxy(points: 10, &generator)
    galaxy.curve.observedSpeed = galaxy.baryonSpeed(MassToLight()).map { 0.8 * $0 }
    let fit = try galaxy.fit(QuadratureTerm.self).get()
    #expect(fit.quantities.law[0] == 0)
    #expect(fit.side(of: 0) == .lower)
    #expect(fit.status == .atBound)
    #expect(fit.observedBelowBaryons)
  }

  @Test func doesNotDependOnWhatWasFittedBefore() throws {
    var generator = SplitMix64(seed: 25)
    let galaxy = MadeGalaxy(points: 15, &generator)
      .following(TanhTaper.self, [70, 4]).disturbed(by: 1, &generator)
    let first = try galaxy.fit(TanhTaper.self).get()
    _ = try galaxy.fit(RationalTaper.self, in: [0...3, 1...2]).get()
    let second = try galaxy.fit(TanhTaper.self).get()
    #expect(first.values(of: TanhTaper.self) == second.values(of: TanhTaper.self))
    #expect(first.chiSquared == second.chiSquared)
  }
}
