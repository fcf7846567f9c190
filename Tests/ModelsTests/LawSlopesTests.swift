import Models
import Numerics
import TestKit
import Testing

/// How the speed of a law answers to its galaxy.
@Suite("Slopes of a law", .limited)
struct LawSlopesTests {
  static let names = ModelCatalogue.names

  @Test(arguments: names)
  func knowsHowItAnswersToBaryonsThatPullOutward(_ name: String) throws {
    let law = try RotationLawTests.law(name)
    let parameters = ParameterVector(law.card.example)
    for radius in [2.0, 7, 15] {
      func point(_ square: Double) -> LawPoint<Double> {
        LawPoint(radius: radius, baryonSquare: square, of: GalaxyFacts(each: 2.5))
      }
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(at: point(-30), parameters, derivatives: &derivatives)
      let numeric = RotationLawTests.derivative(
        of: { law.speed(at: point($0), parameters) }, at: -30, step: 0.1)
      #expect(derivatives.baryonSquare.isNear(numeric, relative: 1e-7, absolute: 1e-9 * speed))
    }
  }

  /// A way in which the size of a galaxy changes, and the slope that tells of it.
  struct Scaling: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var scalesRadius = false
    let slope: @Sendable (GalaxySlopes<Double>) -> Double
    let isMeant: @Sendable (GalaxyFact) -> Bool
  }

  static let scalings = [
    Scaling(testDescription: "lengths", scalesRadius: true) {
      $0.length
    } isMeant: {
      $0.powers.distance == 1
    },
    Scaling(testDescription: "light and hydrogen") {
      $0.light
    } isMeant: {
      $0.powers.distance == 2
    },
    Scaling(testDescription: "speeds") {
      $0.speed
    } isMeant: {
      $0.powers.tilt == 1
    },
    // The facts of these tests are all 2.5.
    Scaling(testDescription: "stars") {
      2.5 * $0.stellarMass
    } isMeant: {
      $0.name == "stellar_mass"
    },
    Scaling(testDescription: "gas") {
      2.5 * $0.gasMass
    } isMeant: {
      $0.name == "gas_mass"
    },
  ]

  @Test(arguments: names, scalings)
  func knowsHowItAnswersToItsGalaxy(_ name: String, _ scaling: Scaling) throws {
    let law = try RotationLawTests.law(name)
    var generator = SplitMix64(seed: 5)
    for _ in 0..<100 {
      let point = RotationLawTests.point(
        30 * generator.uniform() + 0.05, baryons: 150 * generator.uniform())
      let parameters = RotationLawTests.parameters(of: law, &generator)
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(at: point, parameters, derivatives: &derivatives)
      let numeric = RotationLawTests.derivative(
        of: { factor in
          let facts = point.galaxy.multiplied(by: factor, where: scaling.isMeant)
          return law.speed(
            at: LawPoint(
              radius: scaling.scalesRadius ? factor * point.radius : point.radius,
              baryonSpeed: point.baryonSpeed, of: facts), parameters)
        }, at: 1, step: 0.004)
      #expect(
        scaling.slope(derivatives.galaxy).isNear(numeric, relative: 1e-7, absolute: 1e-9 * speed))
    }
  }

  @Test(arguments: names)
  func looksAtNothingOfItsGalaxyBesideWhatItNeeds(_ name: String) throws {
    let law = try RotationLawTests.law(name)
    let needed = Set(law.card.needs.map(\.name))
    let whole = GalaxyFacts(each: 2.5)
    let rest = whole.multiplied(by: .nan) { !needed.contains($0.name) }
    let parameters = ParameterVector(law.card.example)
    for radius in [0, 0.3, 4, 25] {
      let speed = law.speed(
        at: LawPoint(radius: radius, baryonSpeed: 60, of: rest), parameters)
      let other = LawPoint(radius: radius, baryonSpeed: 60, of: whole)
      #expect(speed == law.speed(at: other, parameters))
    }
  }
}
