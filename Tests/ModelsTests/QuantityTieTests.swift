import Galaxies
import Models
import Numerics
import TestKit
import Testing

@Suite("Tied quantity", .limited)
struct QuantityTieTests {
  private static let disk = Quantity.galaxy(.upsilonDisk)
  private static let bulge = Quantity.galaxy(.upsilonBulge)

  private static func times(_ factor: Double, _ quantity: Quantity) -> QuantityFormula {
    .two(.times, .number(factor), .quantity(quantity))
  }

  /// A space in which the ratio of the bulge is 1.4 times that of the disk.
  private static func tied(_ law: any RotationLaw.Type) -> FitSpace {
    var space = JointFitTests.space(of: law, beside: 2)
      .freeing(.upsilonDisk, in: 0.05...5, .lognormal(median: 0.5, dex: 0.1))
    space.ties = [QuantityTie(bulge, times(1.4, disk))]
    return space
  }

  /// The same galaxy with the bulge in the disk.
  private static func merged(_ galaxy: MadeGalaxy) -> MadeGalaxy {
    var other = galaxy
    other.curve.diskSpeed = zip(galaxy.curve.diskSpeed, galaxy.curve.bulgeSpeed).map {
      ($0 * $0 + 1.4 * $1 * $1).squareRoot()
    }
    other.curve.bulgeSpeed = galaxy.curve.radius.map { _ in 0 }
    return other
  }

  @Test(arguments: ["linear", "rar", "nfw", "burkert", "rational-taper"])
  func movesWithTheOther(_ name: String) throws {
    let law = try JointFitTests.law(name)
    let galaxy = JointFitTests.made(law)
    let fit = try galaxy.fit(law, in: Self.tied(law), with: .intervals).get()
    var space = Self.tied(law)
    space.ties = []
    let other = try Self.merged(galaxy).fit(law, in: space, with: .intervals).get()
    let (found, expected) = (fit.quantities.galaxy, other.quantities.galaxy)
    #expect(
      (fit.chiSquared + fit.priorTerm).isNear(
        other.chiSquared + other.priorTerm, relative: 1e-9))
    #expect(found.upsilonDisk.isNear(expected.upsilonDisk, relative: 1e-6))
    #expect(found.upsilonBulge == 1.4 * found.upsilonDisk)
    #expect(fit.status == other.status && fit.degreesOfFreedom == other.degreesOfFreedom)
    let (errors, wanted) = (fit.errors.galaxy, other.errors.galaxy)
    #expect(errors.upsilonDisk.isNear(wanted.upsilonDisk, relative: 1e-5))
    #expect(errors.upsilonBulge.isNear(1.4 * errors.upsilonDisk, relative: 1e-9))
    #expect(fit.laplace.isNear(other.laplace, relative: 1e-6, absolute: 1e-6))
    let profile = try #require(fit.profile)
    let (one, two) = (profile.interval(of: Self.disk), profile.interval(of: Self.bulge))
    for (end, tied) in zip(try #require(one).ends, try #require(two).ends) {
      #expect(tied.isNear(1.4 * end, relative: 1e-5), "\(end)")
    }
    if fit.status == .interior {
      #expect(profile.correlation(of: Self.disk, Self.bulge).isNear(1, absolute: 1e-9))
    }
  }

  @Test func hasTheErrorOfAllThatItFollowsFrom() throws {
    // Two amplitudes of a curve that is all but linear in both.
    let law = LinearTerm.self
    let galaxy = JointFitTests.made(law)
    var space = FitSpace([FitRange(-50, 50)], MassToLight())
      .freeing(.upsilonDisk, in: 0.05...5, .normal(mean: 0.5, sigma: 0.02))
    let sum = QuantityFormula.two(.plus, Self.times(0.01, .parameter(0)), .quantity(Self.disk))
    space.ties = [QuantityTie(Self.bulge, sum)]
    let fit = try galaxy.fit(law, in: space, with: .intervals).get()
    let profile = try #require(fit.profile)
    let (first, second) = (0.01 * fit.errors.law[0], fit.errors.galaxy.upsilonDisk)
    let mixed = profile.correlation(of: .parameter(0), Self.disk)
    let variance = first * first + second * second + 2 * mixed * first * second
    let error = fit.errors.galaxy.upsilonBulge
    #expect(error.isNear(variance.squareRoot(), relative: 1e-9))
    let interval = try #require(profile.interval(of: Self.bulge))
    let value = fit.quantities.galaxy.upsilonBulge
    #expect((value - interval.lower1).isNear(error, relative: 0.03))
    #expect((interval.upper2 - value).isNear(2 * error, relative: 0.05))
  }

  @Test func followsWhatIsFixed() throws {
    let law = try JointFitTests.law("rar")
    let galaxy = JointFitTests.made(law)
    var space = galaxy.space(of: law)
    space.ties = [QuantityTie(Self.bulge, Self.times(1.4, Self.disk))]
    let fit = try galaxy.fit(law, in: space).get()
    var ratios = MassToLight()
    ratios.bulge = 1.4 * ratios.disk
    let other = try galaxy.fit(law, in: nil, ratios).get()
    #expect(fit.chiSquared == other.chiSquared && fit.quantities.law == other.quantities.law)
    #expect(
      fit.quantities.galaxy.upsilonBulge == ratios.bulge && fit.errors.galaxy.upsilonBulge.isNaN)
  }

  @Test func mayBeAParameterOfTheLaw() throws {
    let law = NFWHalo.self
    let galaxy = JointFitTests.made(law)
    var space = FitSpace([FitRange(10, 500), FitRange(0, 1000)], MassToLight())
    space.ties = [
      QuantityTie(
        .parameter(1), .two(.divided, .number(2000), .quantity(.parameter(0))))
    ]
    let fit = try galaxy.fit(law, in: space).get()
    #expect(fit.quantities.law[1].isNear(2000 / fit.quantities.law[0]))
    #expect(fit.degreesOfFreedom == galaxy.curve.count - 1)
    let speeds = (1...4000).map { 10 + 0.1 * Double($0) }
    let best = speeds.map { galaxy.chiSquared(of: law, [$0, 2000 / $0]) }.min()
    #expect(fit.chiSquared <= (try #require(best)) + 1e-9)
    #expect(fit.chiSquared.isNear(try #require(best), relative: 1e-3))
    let slope = 2000 / (fit.quantities.law[0] * fit.quantities.law[0])
    #expect(fit.errors.law[1].isNear(slope * fit.errors.law[0], relative: 1e-6))
  }

  @Test func mayFollowFromAnotherTie() throws {
    let law = try JointFitTests.law("linear")
    let galaxy = JointFitTests.made(law)
    var space = JointFitTests.space(of: law, beside: 1).freeing(.upsilonDisk, in: 0.05...5)
    space.ties = [
      QuantityTie(Self.bulge, Self.times(1.4, Self.disk)),
      QuantityTie(.galaxy(.upsilonGas), Self.times(2, Self.bulge)),
    ]
    let fit = try galaxy.fit(law, in: space).get()
    let found = fit.quantities.galaxy
    #expect(found.upsilonGas == 2 * found.upsilonBulge)
    #expect(
      fit.errors.galaxy.upsilonGas.isNear(2.8 * fit.errors.galaxy.upsilonDisk, relative: 1e-9))
  }

  @Test func isRefusedWhereItMakesNoSense() throws {
    let law = try JointFitTests.law("linear")
    let galaxy = JointFitTests.made(law)
    var space = JointFitTests.space(of: law, beside: 1).freeing(.upsilonDisk, in: 0.3...5)
    space.ties = [QuantityTie(Self.bulge, Self.times(-1, Self.disk))]
    #expect(throws: FitRefusal.tieOutsideDomain) { try galaxy.fit(law, in: space).get() }
    space.ties = [QuantityTie(Self.bulge, .number(-1))]
    #expect(throws: FitRefusal.tieOutsideDomain) { try galaxy.fit(law, in: space).get() }
    space.ties = [QuantityTie(Self.bulge, .number(.nan))]
    #expect(throws: FitRefusal.tieWithoutValue) { try galaxy.fit(law, in: space).get() }
    space.ties = [QuantityTie(Self.bulge, .one(.logarithm, Self.times(-1, Self.disk)))]
    #expect(throws: FitRefusal.tieWithoutValue) { try galaxy.fit(law, in: space).get() }
    // Of a bulge that is not there nothing is said; nothing can follow from it.
    let bare = Self.merged(galaxy)
    space.ties = [QuantityTie(Self.bulge, Self.times(1.4, Self.disk))]
    #expect(try bare.fit(law, in: space).get().quantities.galaxy.upsilonBulge.isNaN)
    var other = JointFitTests.space(of: law, beside: 1).freeing(.upsilonBulge, in: 0.3...5)
    other.ties = [QuantityTie(Self.disk, Self.times(0.7, Self.bulge))]
    #expect(throws: FitRefusal.tieWithoutValue) { try bare.fit(law, in: other).get() }
  }
}
