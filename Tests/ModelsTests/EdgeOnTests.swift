import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits of galaxies whose inclination is free up to 90 degrees.
@Suite("Galaxy seen edge-on", .limited)
struct EdgeOnTests {
  static let names = ModelCatalogue.names

  /// A galaxy that follows a law and is edge-on in the catalogue.
  static func made(_ law: any RotationLaw.Type) -> MadeGalaxy {
    var galaxy = JointFitTests.made(law)
    galaxy.known.inclination = 90
    return galaxy
  }

  static func space(
    _ galaxy: MadeGalaxy, _ law: any RotationLaw.Type, _ prior: Prior
  ) -> FitSpace {
    JointFitTests.space(of: law, beside: 2)
      .freeing(.distance, .normal(mean: 8, sigma: 0.8)).freeing(.inclination, prior)
  }

  @Test(arguments: names)
  func liesOnNoBound(_ name: String) throws {
    let law = try JointFitTests.law(name)
    let galaxy = Self.made(law)
    let fit = try galaxy.fit(law, in: Self.space(galaxy, law, .normal(mean: 90, sigma: 4))).get()
    #expect(fit.quantities.galaxy.inclination == 90)
    #expect(fit.status == .interior && fit.bounds.isEmpty)
    #expect(fit.errors.galaxy.distance > 0)
    // Half the second derivative of the objective, with everything else as it is.
    func objective(_ inclination: Double) throws -> Double {
      var space = Self.space(galaxy, law, .normal(mean: 90, sigma: 4))
      for position in law.card.parameters.indices {
        space.fix(.parameter(position), at: fit.quantities.law[position])
      }
      space.fix(.galaxy(.distance), at: fit.quantities.galaxy.distance)
      space.fix(.galaxy(.inclination), at: inclination)
      let pull = (inclination - 90) / 4
      return try galaxy.fit(law, in: space).get().chiSquared + pull * pull
    }
    let curvature = try (objective(89.9) - objective(90)) / 0.01
    #expect(
      fit.errors.galaxy.inclination.isNear((1 / curvature).squareRoot(), relative: 1e-3))
  }

  @Test func isOnABoundWhereAPriorAsksForMore() throws {
    let law = LinearTerm.self
    let galaxy = Self.made(law)
    let fit = try galaxy.fit(law, in: Self.space(galaxy, law, .normal(mean: 95, sigma: 4))).get()
    #expect(fit.quantities.galaxy.inclination == 90 && fit.status == .atBound)
    #expect(fit.bounds.contains(.upper, of: .galaxy(.inclination)))
    #expect(fit.errors.galaxy.distance.isNaN)
  }

  @Test func isOnABoundThatASpecPutsBelow() throws {
    let law = LinearTerm.self
    var galaxy = JointFitTests.made(law)
    galaxy.curve.observedSpeed = galaxy.curve.observedSpeed.map { 1.3 * $0 }
    let space = FitSpace([FitRange(fixed: 20)], MassToLight()).freeing(.inclination, in: 40...89)
    let fit = try galaxy.fit(law, in: space).get()
    #expect(fit.bounds.contains(.upper, of: .galaxy(.inclination)))
  }
}
