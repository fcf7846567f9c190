import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// The best fit within the bounds, against every other one.
@Suite("Optimum", .limited)
struct OptimumTests {
  static let names = DenseGrid.laws.map { $0.card.name }
  /// Fewer curves and scales without optimisation, where each takes many times longer.
  #if DEBUG
    static let (curves, scales) = (60, 600)
  #else
    static let (curves, scales) = (400, 20_000)
  #endif

  static let bounds: [[ClosedRange<Double>]] = [
    [0...50, 0.1...50], [0...200, 0.05...200], [-50...50, 0.1...20], [5...12, 1...4],
    [0...3, 0.5...30], [-30 ... -2, 0.1...50],
  ]

  @Test(arguments: names)
  func isNeverAboveADenseGrid(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var generator = SplitMix64(seed: 30)
    let maker: [any RotationLaw.Type] = DenseGrid.laws + [LinearTerm.self]
    for index in 0..<Self.curves {
      let galaxy = MadeGalaxy(points: 4 + Int(20 * generator.uniform()), &generator)
        .following(maker[index % 4], [40 * generator.uniform() - 8, 8 * generator.uniform() + 0.2])
        .disturbed(by: [0, 0.5, 2, 10][index / 4 % 4], &generator)
      let grid = DenseGrid(law, galaxy, in: 0.05...200, count: Self.scales)
      for bounds in Self.bounds {
        let fit = try galaxy.fit(law, in: bounds).get()
        let best = grid.chiSquared(MassToLight(), in: bounds)
        #expect(
          fit.chiSquared <= best * (1 + 1e-9) + 1e-20, "curve \(index) within \(bounds)")
        for (value, range) in zip(fit.values(of: law), bounds) {
          #expect(range.contains(value) || value.isNaN)
        }
      }
    }
  }

  @Test(arguments: [LinearTerm.card.name, QuadratureTerm.card.name])
  func isNeverAboveAnyOtherOmega(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var generator = SplitMix64(seed: 31)
    for _ in 0..<10 {
      let galaxy = MadeGalaxy(points: 12, &generator)
        .following(LinearTerm.self, [30 * generator.uniform() - 8]).disturbed(by: 3, &generator)
      let fit = try galaxy.fit(law).get()
      for step in 0...400 {
        let other = galaxy.chiSquared(of: law, [Double(step) / 4 - 50])
        #expect(fit.chiSquared <= other * (1 + 1e-12))
      }
    }
  }

  @Test func hasTheSmallerScaleOfTwoThatAreEqual() throws {
    // Beyond 20 taper radii the tanh is 1 to the last bit: every scale is as good.
    let galaxy = MadeGalaxy(radius: [2000, 3000, 4000], observed: [50, 50, 50])
    let fit = try galaxy.fit(TanhTaper.self).get()
    #expect(fit.quantities.law[0] == 50)
    #expect(fit.quantities.law[1] == 0.1)
    #expect(fit.status == .atBound)
    #expect(fit.side(of: 0) == nil && fit.side(of: 1) == .lower)
  }

  @Test func isTheBetterOfTwoMinima() throws {
    // Inner points ask for a short scale, outer ones for a long one; weights decide.
    let radius = [0.2, 0.4, 0.6, 20, 30, 40]
    let observed = [30.0, 30, 30, 270, 270, 270]
    for errors in [[0.1, 0.1, 0.1, 40, 40, 40], [40, 40, 40, 0.1, 0.1, 0.1]] {
      let galaxy = MadeGalaxy(radius: radius, observed: observed, errors: errors)
      for law in DenseGrid.laws {
        let bounds = [0...1000, 0.01...1000] as [ClosedRange<Double>]
        let grid = DenseGrid(law, galaxy, in: 0.01...1000, count: 4000)
        let fit = try galaxy.fit(law, in: bounds).get()
        #expect(fit.chiSquared <= grid.chiSquared(MassToLight(), in: bounds) * (1 + 1e-9))
      }
    }
  }

  /// Speeds that ask for an amplitude only where the scale is within a hundredth of a given one.
  ///
  /// The sum of shape times speed, on which the sign of the best amplitude depends, is 1 at the
  /// scale and 0 on either side; shapes of three scales are independent, so it has no other root.
  static func lobe(
    of law: any SeparableLaw.Type, _ radius: [Double], at scale: Double
  ) throws -> [Double] {
    let shapes = [0.99, 1, 1.01].flatMap { factor in
      radius.map { law.shape(at: $0, scale: factor * scale, in: GalaxyFacts(each: 2)).value }
    }
    return try HouseholderQR(shapes, columns: 3).solve([0, 1, 0]).coefficients
  }

  @Test(arguments: names)
  func isFoundBetweenScalesThatWantNoAmplitude(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name) as? any SeparableLaw.Type)
    let radius = [1.0, 3, 9]
    for scale in [2.0, 2.1, 2.2, 3, 3.1] {
      let galaxy = MadeGalaxy(radius: radius, observed: try Self.lobe(of: law, radius, at: scale))
      let bounds = [0...50, 0.5...20] as [ClosedRange<Double>]
      let fit = try galaxy.fit(law, in: bounds).get()
      let grid = DenseGrid(law, galaxy, in: bounds[1], count: 10_000)
      #expect(fit.quantities.law[0] > 0)
      #expect(abs(fit.quantities.law[1] / scale - 1) < 0.01)
      #expect(fit.chiSquared <= grid.chiSquared(MassToLight(), in: bounds) * (1 + 1e-9))
    }
  }
}
