import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// What a law may know of its galaxy.
@Suite("Facts of a galaxy", .limited)
struct GalaxyFactTests {
  /// A galaxy with a bulge.
  static let galaxy: MadeGalaxy = {
    var galaxy = MadeGalaxy(radius: [1, 2, 4, 8], observed: [90, 110, 130, 140])
    galaxy.curve.bulgeSpeed = [60, 50, 37, 26]
    galaxy.curve.diskSpeed = [30, 60, 80, 70]
    galaxy.curve.gasSpeed = [-5, 3, 12, 18]
    return galaxy
  }()

  /// The facts at some quantities.
  static func facts(
    of galaxy: MadeGalaxy, _ change: (inout GalaxyValues<Double>) -> Void = { _ in }
  ) -> GalaxyFacts<Double> {
    let subject = FitSubject(galaxy.known)
    var quantities = GalaxyValues(repeating: 1.0)
    quantities.distance = subject.distance
    quantities.inclination = subject.inclination
    change(&quantities)
    return ScaledCurve(subject, at: quantities).galaxy
  }

  @Test func areEveryColumnOfTheCatalogueAndTheMasses() {
    let own = GalaxyFact.all.filter { $0.name == $0.column }
    #expect(own.map(\.name) == GalaxyColumn.all.map(\.name))
    #expect(GalaxyFact.all.count == own.count + 2)
    for fact in GalaxyFact.all { #expect(GalaxyFact(fact.path).name == fact.name) }
  }

  @Test func haveTheValuesOfTheCatalogue() {
    var known = Self.galaxy.known
    for (index, column) in GalaxyColumn.all.enumerated() {
      if let field = column.field { known[keyPath: field] = Double(index) + 0.5 }
    }
    let facts = GalaxyFacts(of: known)
    for (fact, column) in zip(GalaxyFact.all, GalaxyColumn.all) {
      #expect(facts[keyPath: fact.path] == column.value(of: known))
    }
    #expect(facts.stellarMass.isNaN && facts.gasMass.isNaN)
  }

  @Test(arguments: GalaxyFact.all.map(\.name))
  func goWithDistanceAndInclinationByTheirUnit(_ name: String) throws {
    let fact = try #require(GalaxyFact.all.first { $0.name == name })
    let catalogue = Self.facts(of: Self.galaxy)[keyPath: fact.path]
    let far = Self.facts(of: Self.galaxy) { $0.distance *= 3 }[keyPath: fact.path]
    let tilted = Self.facts(of: Self.galaxy) { $0.inclination = 30 }[keyPath: fact.path]
    let isMass = fact.name != fact.column
    let factor = [1.0, 3, 9][isMass ? 2 : fact.powers.distance]
    #expect(far.isNear(factor * catalogue, relative: 1e-14))
    // sin 60° over sin 30°.
    #expect(tilted.isNear(fact.powers.tilt == 1 ? 3.0.squareRoot() * catalogue : catalogue))
  }

  @Test func weighStarsByTheLightOfTheirComponent() {
    // V² R / G of the bulge is largest at 4 kpc.
    let bulge = 37 * 37 * 4 / 4.300_917_27e-6 / 1e9
    let masses = Self.facts(of: Self.galaxy) {
      ($0.upsilonDisk, $0.upsilonBulge, $0.upsilonGas) = (0.5, 0.7, 1.2)
    }
    #expect(masses.stellarMass.isNear(0.5 * (12 - bulge) + 0.7 * bulge, relative: 1e-14))
    #expect(masses.gasMass.isNear(1.2 * 1.33 * 3, relative: 1e-14))
  }

  @Test func giveTheBulgeNoMoreLightThanThereIs() {
    var galaxy = Self.galaxy
    galaxy.known.luminosity = 0.9
    let masses = Self.facts(of: galaxy) { ($0.upsilonDisk, $0.upsilonBulge) = (0.5, 0.7) }
    #expect(masses.stellarMass.isNear(0.7 * 0.9))
  }

  @Test func haveNoMassWhereTheCatalogueHasNoLight() {
    var galaxy = Self.galaxy
    (galaxy.known.luminosity, galaxy.known.hydrogenMass) = (.nan, 0)
    let facts = Self.facts(of: galaxy)
    #expect(facts.stellarMass.isNaN && facts.gasMass.isNaN)
  }
}
