import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits of halos with a free galaxy by the profile over the scale radius, against the search from
/// many starts.
@Suite("Halo with a free galaxy", .limited)
struct LaneFitTests {
  static let halos = ["nfw", "pseudo-isothermal", "burkert", "einasto"]

  static func law(_ name: String) throws -> any RotationLaw.Type {
    try #require(ModelCatalogue.law(named: name))
  }

  static func plain(_ law: any RotationLaw.Type) -> FitSpace {
    let ranges = zip(law.card.parameters, law.card.example).enumerated().map { position, known in
      // With alpha free an einasto halo is searched from many starts.
      position < 2 ? FitRange(known.0.bounds) : FitRange(fixed: known.1)
    }
    return FitSpace(ranges, MassToLight())
  }

  /// Spaces by name for a galaxy.
  static func space(_ name: String, _ law: any RotationLaw.Type, _ galaxy: MadeGalaxy) -> FitSpace {
    let known = galaxy.known
    let distance = Prior.normal(mean: known.distance, sigma: known.distanceError)
    let inclination = Prior.normal(mean: known.inclination, sigma: known.inclinationError)
    let catalogue = plain(law).freeing(.upsilonDisk, .lognormal(median: 0.5, dex: 0.1))
      .freeing(.upsilonBulge, .lognormal(median: 0.7, dex: 0.1))
      .freeing(.distance, distance).freeing(.inclination, inclination)
    switch name {
    case "flat": return plain(law).freeing(.upsilonDisk, in: 0.1...1.5)
    case "distance": return plain(law).freeing(.distance, distance)
    case "inclination": return plain(law).freeing(.inclination, inclination)
    case "gas":
      return plain(law).freeing(.upsilonGas, .lognormal(median: 1, dex: 0.05))
        .freeing(.upsilonDisk, in: 0.05...5, .logUniform)
    case "concentration":
      var space = catalogue
      space.law[1] = FitRange(0...1000, .lognormal(median: 10, dex: 0.11))
      return space
    case "speed":
      var space = plain(law).freeing(.distance, in: 6...10)
      space.law[0] = FitRange(10...500, .normal(mean: 100, sigma: 30))
      return space
    case "tight":
      var space = catalogue
      (space.law[0], space.law[1]) = (FitRange(60...180), FitRange(4...14))
      return space
    default: return catalogue
    }
  }

  static let spaces = [
    "catalogue", "flat", "distance", "inclination", "gas", "concentration", "speed", "tight",
  ]

  /// A galaxy with the speeds of a halo somewhere in its bounds.
  static func made(_ law: any RotationLaw.Type, _ generator: inout SplitMix64) -> MadeGalaxy {
    let galaxy = MadeGalaxy(points: 8 + Int(12 * generator.uniform()), &generator)
    let parameters =
      [
        30 * Elementary.exp(2 * generator.uniform()), 3 * Elementary.exp(3 * generator.uniform()),
      ] + law.card.example.dropFirst(2)
    return galaxy.following(law, parameters, MassToLight(disk: 0.3 + 0.4 * generator.uniform()))
      .disturbed(by: 1, &generator)
  }

  @Test(arguments: halos, spaces)
  func isNotAboveManyStarts(_ name: String, _ set: String) throws {
    let law = try Self.law(name)
    var generator = SplitMix64(seed: 1_914)
    for _ in 0..<4 {
      let galaxy = Self.made(law, &generator)
      let space = Self.space(set, law, galaxy)
      let subject = FitSubject(galaxy.known)
      let many = try law.fit(subject, in: space, with: []).get()
      let one = try law.laneFit(subject, in: space, with: []).get()
      let (expected, found) = (
        many.chiSquared + many.priorTerm, one.chiSquared + one.priorTerm
      )
      #expect(found <= expected + 1e-10 * max(1, expected), "\(found) above \(expected)")
      #expect(one.degreesOfFreedom == many.degreesOfFreedom)
      if found.isNear(expected, relative: 1e-9), many.status == .interior {
        #expect(one.status == .interior)
        for lane in law.card.parameters.indices {
          #expect(one.quantities.law[lane].isNear(many.quantities.law[lane], relative: 1e-4))
        }
      }
    }
  }

  @Test(arguments: halos)
  func findsEverythingThatMadeTheCurve(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = JointFitTests.made(law, noise: 0)
    let space = Self.plain(law).freeing(.upsilonDisk, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.upsilonGas, .lognormal(median: 1, dex: 0.1))
      .freeing(.distance, .normal(mean: 8, sigma: 1))
      .freeing(.inclination, .normal(mean: 60, sigma: 5))
    let fit = try law.laneFit(FitSubject(galaxy.known), in: space, with: []).get()
    let found = fit.quantities.galaxy
    #expect(fit.chiSquared + fit.priorTerm < 1e-9)
    #expect(found.upsilonDisk.isNear(0.5, relative: 1e-4))
    #expect(found.distance.isNear(8, relative: 1e-4))
    #expect(found.inclination.isNear(60, relative: 1e-4))
  }

  @Test(arguments: halos)
  func knowsItsOptimaBestFirst(_ name: String) throws {
    let law = try Self.law(name)
    var generator = SplitMix64(seed: 5)
    let galaxy = Self.made(law, &generator)
    let (subject, space) = (
      FitSubject(galaxy.known), Self.space("catalogue", law, galaxy)
    )
    let fit = try law.laneFit(subject, in: space, with: []).get()
    let optima = try law.optima(subject, in: space).get()
    let best = try #require(optima.first)
    #expect(best.objective.isNear(fit.chiSquared + fit.priorTerm, relative: 1e-9))
    #expect(best.quantities.law[0].isNear(fit.quantities.law[0], relative: 1e-9))
    #expect(zip(optima, optima.dropFirst()).allSatisfy { $0.objective < $1.objective })
  }

  /// A law without a direct way of its own, and a halo with a fixed parameter, are searched as
  /// before, to the last bit.
  @Test(arguments: ["tanh-taper", "linear", "rar"])
  func searchesOtherLawsAsBefore(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = JointFitTests.made(law)
    let space = galaxy.space(of: law).freeing(.distance, .normal(mean: 8, sigma: 1))
    let subject = FitSubject(galaxy.known)
    let (one, other) = (
      try law.laneFit(subject, in: space, with: []).get(),
      try law.fit(subject, in: space, with: []).get()
    )
    #expect(one.quantities.law == other.quantities.law && one.chiSquared == other.chiSquared)
    #expect(one.quantities.galaxy.distance == other.quantities.galaxy.distance)
  }

  /// The same cell has the same bits, whichever cells are fitted before it or with it.
  @Test(arguments: halos)
  func dependsOnItsCellAlone(_ name: String) throws {
    let law = try Self.law(name)
    var generator = SplitMix64(seed: 77)
    let galaxy = Self.made(law, &generator)
    let space = Self.space("distance", law, galaxy)
    let fits = law.fits(
      to: FitSubject(galaxy.known), in: space, fixing: [FixedQuantity(.galaxy(.upsilonDisk))],
      by: .lanes, with: [])
    let cells = (0..<11).map { [0.3 + 0.05 * Double($0)] }
    let order = (0..<11).map { (7 * $0 + 3) % 11 }
    let straight = try fits.at(cells).map { try $0.get() }
    let dealt = try fits.at(order.map { cells[$0] }).map { try $0.get() }
    for (place, cell) in order.enumerated() {
      #expect(dealt[place].chiSquared == straight[cell].chiSquared)
      #expect(dealt[place].quantities.law == straight[cell].quantities.law)
      #expect(dealt[place].quantities.galaxy.distance == straight[cell].quantities.galaxy.distance)
      #expect(dealt[place].status == straight[cell].status)
    }
  }
}
