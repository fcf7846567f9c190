import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits of a law with eight parameters, with the galaxy fixed and with some of it free.
@Suite("Wide fit", .limited)
struct WideFitTests {
  static let law = WideLaw.self

  /// A galaxy that follows the law exactly.
  static let galaxy: MadeGalaxy = {
    var generator = SplitMix64(seed: 90)
    var galaxy = MadeGalaxy(points: 24, &generator)
    galaxy.curve.radius = (1...24).map(Double.init)
    galaxy.curve.bulgeSpeed = galaxy.curve.radius.map { 60 / ($0 + 1) }
    return galaxy.following(law, law.card.example)
  }()

  /// The law with some parameters free about the truth, and the others fixed at it.
  static func space(free: [Int]) -> FitSpace {
    let ranges = law.card.example.enumerated().map { position, truth in
      free.contains(position) ? FitRange(0.5 * truth, 2 * truth) : FitRange(fixed: truth)
    }
    return FitSpace(ranges, MassToLight())
  }

  @Test func findsEightParametersOfAnExactCurve() throws {
    let fit = try Self.galaxy.fit(Self.law, in: Self.space(free: Array(0..<8))).get()
    #expect(fit.chiSquared < 1e-6)
    #expect(fit.degreesOfFreedom == 16)
  }

  @Test func findsTheLastParametersAndItsGalaxy() throws {
    let space = Self.space(free: [0, 6, 7])
      .freeing(.upsilonDisk, .normal(mean: 0.5, sigma: 0.1))
      .freeing(.distance, .normal(mean: 8, sigma: 0.5))
      .freeing(.inclination, .normal(mean: 60, sigma: 5))
    let fit = try Self.galaxy.fit(Self.law, in: space).get()
    #expect(fit.chiSquared + fit.priorTerm < 1e-9)
    #expect(fit.degreesOfFreedom == 18)
    for (value, truth) in zip(fit.values(of: Self.law), Self.law.card.example) {
      #expect(value.isNear(truth, relative: 1e-4))
    }
    for position in 0..<8 {
      #expect(fit.errors.law[position].isNaN == ![0, 6, 7].contains(position))
    }
    #expect(fit.quantities.galaxy.distance.isNear(8, relative: 1e-4))
    #expect(fit.errors.galaxy.distance > 0 && fit.errors.galaxy.distance < 0.5)
    #expect(fit.errors.galaxy.upsilonBulge.isNaN)
  }

  @Test func tellsTheBoundOfItsLastParameterFromThoseOfTheGalaxy() throws {
    var space = Self.space(free: [7])
    space.law[7] = FitRange(0, 200)
    let fit = try Self.galaxy.fit(Self.law, in: space).get()
    #expect(fit.bounds.contains(.upper, of: .parameter(7)))
    for quantity in Self.law.card.quantities.dropFirst(8) {
      for side in BoundSides.Side.allCases { #expect(!fit.bounds.contains(side, of: quantity)) }
    }
  }

  @Test func refusesAGalaxyByTheNumberThatItsMassFollowsFrom() {
    var galaxy = Self.galaxy
    galaxy.known.luminosity = .nan
    let result = galaxy.fit(Self.law, in: Self.space(free: [0]))
    guard case .failure(let refusal) = result else {
      Issue.record("there is a fit")
      return
    }
    #expect(refusal.text == "the catalogue has no luminosity")
    #expect(FitRefusal.all(needing: Self.law.card.needs).last == refusal)
  }

  @Test func knowsTheSlopesOfItsSum() throws {
    let space = Self.space(free: [0, 3, 7]).freeing(.upsilonDisk).freeing(.upsilonBulge)
      .freeing(.upsilonGas).freeing(.distance).freeing(.inclination)
    let subject = FitSubject(Self.galaxy.known)
    let problem = JointProblem(
      subject, try ResolvedSpace(Self.law, Self.law.card, subject, space), Self.law.card)
    var point = Quantities(
      law: ParameterVector(Self.law.card.example), galaxy: GalaxyValues(repeating: 0.8))
    (point.galaxy.distance, point.galaxy.inclination) = (7, 66)
    let sum = Self.law.sum(over: problem, at: point)
    #expect(problem.lanes.count == 8)
    for lane in problem.lanes.indices {
      let quantity = problem.lanes[lane]
      let numeric = RotationLawTests.derivative(
        of: { value in
          var shifted = point
          shifted[quantity] = value
          return Self.law.sum(over: problem, at: shifted).value
        }, at: point[quantity], step: 0.002 * point[quantity])
      #expect((-2 * sum.descent[lane]).isNear(numeric, relative: 1e-7), "\(quantity)")
    }
  }

  @Test func givesEveryQuantityBoundsOfItsOwn() {
    let all = Self.law.card.quantities.flatMap { quantity in
      BoundSides.Side.allCases.map { side in
        var bounds = BoundSides()
        bounds.insert(side, of: quantity)
        #expect(bounds.contains(side, of: quantity))
        return bounds.bits
      }
    }
    #expect(Set(all).count == 26)
  }
}
