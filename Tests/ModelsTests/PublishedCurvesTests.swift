import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits to the 175 curves of SPARC; without `UPSILON_DATA` there are none.
@Suite(
  "Fit of a published curve", .limited(minutes: 30), .slow,
  .enabled(if: RealCurves.exist, RealCurves.advice))
struct PublishedCurvesTests {
  /// Fewer scales without optimisation.
  #if DEBUG
    static let scales = 600
  #else
    static let scales = 20_000
  #endif

  static let ratios = [
    MassToLight(disk: 0.2, bulge: 0.3), MassToLight(), MassToLight(disk: 0.8, bulge: 1.1),
    MassToLight(disk: 1.3, bulge: 0.7, gas: 1.3),
  ]
  static let bounds: [[ClosedRange<Double>]] = [
    [0...50, 0.1...50], [0...500, 0.1...20], [-50...50, 0.01...300], [0...15, 0.5...8],
    [2...400, 0.05...5],
  ]

  @Test(arguments: DenseGrid.laws.map { $0.card.name })
  func isNeverAboveADenseGrid(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    let galaxies = try RealCurves.galaxies()
    #expect(galaxies.count == 175)
    for (name, galaxy) in galaxies {
      let grid = DenseGrid(law, galaxy, in: 0.01...300, count: Self.scales)
      for (ratios, bounds) in Self.ratios.flatMap({ ratios in Self.bounds.map { (ratios, $0) } }) {
        let fit = try galaxy.fit(law, in: bounds, ratios).get()
        let best = grid.chiSquared(ratios, in: bounds)
        #expect(fit.chiSquared <= best * (1 + 1e-9), "\(name), \(ratios), \(bounds)")
      }
    }
  }

  @Test func hasReferencesForFiveLaws() {
    #expect(FitReference.laws.count == 5)
  }

  @Test(arguments: FitReference.laws)
  func agreesWithAnotherOptimiser(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    let galaxies = Dictionary(uniqueKeysWithValues: try RealCurves.galaxies())
    let reference = try FitReference.all()
    #expect(reference.count == 40)
    for (galaxy, expected) in reference {
      let made = try #require(galaxies[galaxy])
      let fit = try made.fit(law).get()
      let values = try #require(expected.fits[name])
      let count = law.card.parameters.count
      #expect(fit.observedBelowBaryons == expected.below)
      #expect(fit.chiSquared.isNear(values[count], relative: 1e-9), "\(galaxy)")
      let bic = fit.chiSquared + Double(count) * Elementary.log(Double(fit.points))
      #expect(bic.isNear(values[count + 2], relative: 1e-9), "\(galaxy)")
      #expect(fit.rmse.isNear(values[count + 1], relative: 1e-6), "\(galaxy)")
      for index in 0..<count {
        // Quadrature is even in ω, and the other optimiser found either sign.
        let other = law == QuadratureTerm.self ? values[index].magnitude : values[index]
        #expect(fit.quantities.law[index].isNear(other, relative: 1e-6), "\(galaxy)")
      }
    }
  }

  /// A published value of one fit of the scaled taper, and half a unit of its last digit.
  struct Published: CustomTestStringConvertible, Sendable {
    let galaxy: String
    let disk: Double
    let omega: Double
    let k: Double
    let digit: Double

    var testDescription: String { "\(galaxy) at \(disk)" }
  }

  static let published = [
    Published(galaxy: "DDO154", disk: 0.5, omega: 15.5247, k: 8.7840, digit: 1e-4),
    Published(galaxy: "DDO064", disk: 0.5, omega: 25.7140, k: 2.1830, digit: 1e-4),
    Published(galaxy: "D631-7", disk: 0.5, omega: 7.9175, k: 20, digit: 1e-4),
    Published(galaxy: "DDO161", disk: 0.3, omega: 5.5188, k: 11.263, digit: 1e-3),
    Published(galaxy: "NGC2841", disk: 0.3, omega: 52.625, k: 0.9665, digit: 1e-3),
    Published(galaxy: "NGC2841", disk: 0.8, omega: 12.560, k: 4.1591, digit: 1e-3),
    Published(galaxy: "NGC0300", disk: 0.5, omega: 17.981, k: 2.7226, digit: 1e-3),
    Published(galaxy: "NGC0300", disk: 0.8, omega: 10.297, k: 5.9555, digit: 1e-3),
  ]

  @Test(arguments: published)
  func hasThePublishedParameters(_ example: Published) throws {
    let made = try #require(try RealCurves.galaxies().first { $0.name == example.galaxy }).galaxy
    let law = ScaledRationalTaper.self
    let fit = try made.fit(law, MassToLight(disk: example.disk)).get()
    // The published optimiser stops within one unit of the last digit.
    #expect(abs(fit.quantities.law[0] - example.omega) < example.digit)
    #expect(abs(fit.quantities.law[1] - example.k) < example.digit)
    let other = made.chiSquared(
      of: law, [example.omega, example.k], MassToLight(disk: example.disk))
    #expect(fit.chiSquared <= other)
  }

  @Test func leavesTheScaleWithoutValueForTwoGalaxies() throws {
    // Every taper makes these worse: no scale has a positive best amplitude.
    for name in ["NGC4389", "UGC02455"] {
      let made = try #require(try RealCurves.galaxies().first { $0.name == name }).galaxy
      let reach = 5 * (made.curve.radius.last ?? 0)
      let fit = try made.fit(RationalTaper.self, in: [0...200, 0.1...reach]).get()
      #expect(fit.quantities.law[0] == 0 && fit.quantities.law[1].isNaN)
      #expect(fit.status == .atBound && fit.side(of: 0) == .lower)
      for scale in [0.1, 1, 5, reach] {
        #expect(made.chiSquared(of: RationalTaper.self, [0, scale]) == fit.chiSquared)
        #expect(made.chiSquared(of: RationalTaper.self, [0.01, scale]) > fit.chiSquared)
      }
    }
  }
}
