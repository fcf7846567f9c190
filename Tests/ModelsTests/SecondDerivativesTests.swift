import Galaxies
import Models
import Numerics
import TestKit
import Testing

@Suite("Second derivatives", .limited)
struct SecondDerivativesTests {
  /// A problem in which a law, ratios, distance and inclination are free.
  static func problem(
    _ law: any RotationLaw.Type, inclination: ClosedRange<Double> = 1...90
  ) throws -> JointProblem {
    let made = JointFitTests.made(law)
    let space = JointFitTests.space(of: law, beside: 5)
      .freeing(.upsilonDisk, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.upsilonBulge).freeing(.distance)
      .freeing(.upsilonGas, .lognormal(median: 1, dex: 0.1))
      .freeing(.inclination, in: inclination, .normal(mean: 60, sigma: 5))
    let subject = FitSubject(made.known)
    return JointProblem(subject, try ResolvedSpace(law, law.card, subject, space), law.card)
  }

  static func place(of law: any RotationLaw.Type, inclination: Double = 66) -> Quantities {
    var place = Quantities(
      law: ParameterVector(law.card.example.map { 1.2 * $0 }), galaxy: GalaxyValues(repeating: 0))
    (place.galaxy.upsilonDisk, place.galaxy.upsilonBulge, place.galaxy.upsilonGas) = (0.4, 0.9, 1.2)
    (place.galaxy.distance, place.galaxy.inclination) = (7, inclination)
    return place
  }

  /// Half the derivative of a sum by two quantities, from its values alone.
  static func numeric(
    _ law: any RotationLaw.Type, _ problem: JointProblem, _ place: Quantities, _ i: Int, _ j: Int
  ) -> Double {
    let (one, other) = (problem.lanes[i], problem.lanes[j])
    func slope(_ value: Double) -> Double {
      var shifted = place
      shifted[one] = value
      return RotationLawTests.derivative(
        of: {
          var again = shifted
          again[other] = $0
          return law.sum(over: problem, at: again).value
        }, at: shifted[other], step: 0.004 * place[other])
    }
    return 0.5 * RotationLawTests.derivative(of: slope, at: place[one], step: 0.004 * place[one])
  }

  @Test(arguments: ModelCatalogue.names)
  func agreeWithDifferencesOfTheSum(_ name: String) throws {
    let law = try JointFitTests.law(name)
    let problem = try Self.problem(law)
    let place = Self.place(of: law)
    let sum = law.sum(over: problem, at: place)
    let matrix = law.secondDerivatives(of: problem, at: place, near: sum)
    for i in problem.lanes.indices {
      for j in problem.lanes.indices {
        let size = (sum.curvature[i, i] * sum.curvature[j, j]).squareRoot()
        let expected = Self.numeric(law, problem, place, i, j)
        #expect(
          matrix[i, j].isNear(expected, relative: 1e-5, absolute: 1e-6 * size),
          "\(problem.lanes[i]), \(problem.lanes[j])")
      }
    }
  }

  @Test(arguments: ModelCatalogue.names)
  func areTheSameAtABound(_ name: String) throws {
    let law = try JointFitTests.law(name)
    let place = Self.place(of: law, inclination: 66)
    let inside = try Self.problem(law)
    let sum = law.sum(over: inside, at: place)
    let expected = law.secondDerivatives(of: inside, at: place, near: sum)
    for bounds in [66.0...80.0, 50.0...66.0, 65.999_999...66.000_001] {
      let problem = try Self.problem(law, inclination: bounds)
      let found = law.secondDerivatives(of: problem, at: place, near: sum)
      for i in problem.lanes.indices {
        for j in problem.lanes.indices {
          let size = (sum.curvature[i, i] * sum.curvature[j, j]).squareRoot()
          #expect(
            found[i, j].isNear(expected[i, j], absolute: 3e-6 * size),
            "\(problem.lanes[i]), \(problem.lanes[j])")
        }
      }
    }
  }

  @Test func areThoseOfTheSpeedsToo() throws {
    // One speed v = √Υ V: half the second derivative of (d − v)² / σ² by Υ is
    // (v'² − (d − v) v'') / σ² with v' = v / 2Υ and v'' = −v / 4Υ².
    var galaxy = MadeGalaxy(radius: [1, 2], observed: [90, 90], errors: [2, 2])
    galaxy.curve.diskSpeed = [100, 100]
    let space = FitSpace([FitRange(fixed: 0)], MassToLight()).freeing(.upsilonDisk, in: 0...2)
    let subject = FitSubject(galaxy.known)
    let law = LinearTerm.self
    let problem = JointProblem(subject, try ResolvedSpace(law, law.card, subject, space), law.card)
    var place = Quantities(repeating: 0)
    (place.galaxy.distance, place.galaxy.inclination) = (8, 60)
    place.galaxy.upsilonDisk = 0.49
    let sum = law.sum(over: problem, at: place)
    let matrix = law.secondDerivatives(of: problem, at: place, near: sum)
    let (first, second) = (70 / 0.98, -70 / 0.9604)
    #expect(matrix[0, 0].isNear(2 * (first * first - 20 * second) / 4, relative: 1e-7))
    #expect(sum.curvature[0, 0].isNear(2 * first * first / 4, relative: 1e-12))
  }

  @Test func areThoseOfAnEvenSpeedEdgeOn() throws {
    // v sin i about 90° is v (1 − δ²/2): half the second derivative of (d − v sin i)² / σ² by δ is
    // (d − v) v / σ² there, δ in radians. The slope of the speed is zero.
    var galaxy = MadeGalaxy(radius: [1, 2], observed: [95, 95], errors: [2, 2])
    galaxy.curve.diskSpeed = [100, 100]
    galaxy.known.inclination = 90
    let space = FitSpace([FitRange(fixed: 0)], MassToLight(disk: 1, bulge: 1))
      .freeing(.inclination, in: 40...90)
    let subject = FitSubject(galaxy.known)
    let law = LinearTerm.self
    let resolved = try ResolvedSpace(law, law.card, subject, space)
    let problem = JointProblem(subject, resolved, law.card)
    let place = resolved.corner.moved { $0.galaxy.inclination = 90 }
    let sum = law.sum(over: problem, at: place)
    let matrix = law.secondDerivatives(of: problem, at: place, near: sum)
    let degree = 0.017453292519943295
    #expect(matrix[0, 0].isNear(-2 * 5 * 100 / 4 * degree * degree, relative: 1e-5))
  }

  @Test func areZeroWhereNothingDependsOnAQuantity() throws {
    let galaxy = MadeGalaxy(radius: [1, 2, 3], observed: [40, 41, 42])
    let space = FitSpace([FitRange(0, 50), FitRange(0.1, 9)], MassToLight())
    let subject = FitSubject(galaxy.known)
    let law = RationalTaper.self
    let problem = JointProblem(subject, try ResolvedSpace(law, law.card, subject, space), law.card)
    var place = Quantities(repeating: 0)
    (place.law, place.galaxy.distance, place.galaxy.inclination) = (ParameterVector(0, 3), 8, 60)
    let sum = law.sum(over: problem, at: place)
    let matrix = law.secondDerivatives(of: problem, at: place, near: sum)
    #expect(matrix[0, 0] > 0 && matrix[1, 1] == 0 && matrix[0, 1] != 0)
    #expect(matrix.logDeterminant(of: ParameterSet([0, 1])) == nil)
  }
}

extension Quantities {
  fileprivate func moved(_ change: (inout Quantities) -> Void) -> Quantities {
    var quantities = self
    change(&quantities)
    return quantities
  }
}
