import Galaxies
import Models
import Numerics
import TestKit
import Testing

@Suite("Radial acceleration relation as a law", .limited)
struct RadialAccelerationRelationTests {
  static func point(_ radius: Double, _ baryons: Double) -> LawPoint<Double> {
    LawPoint(radius: radius, baryonSpeed: baryons)
  }

  @Test func isTheRelationOfTheOffsets() {
    var generator = SplitMix64(seed: 40)
    for _ in 0..<200 {
      let (radius, baryons) = (0.1 + 40 * generator.uniform(), 1 + 250 * generator.uniform())
      let acceleration = RadialAcceleration.predicted(
        baryonic: RadialAcceleration.centripetal(squaredSpeed: baryons * baryons, radius: radius),
        scale: 1.2e-10)
      let expected = RadialAcceleration.circularSpeed(acceleration: acceleration, radius: radius)
      let speed = RadialAccelerationRelation.speed(
        at: Self.point(radius, baryons), ParameterVector([1.2e-10]))
      #expect(speed.isNear(expected, relative: 1e-14))
    }
  }

  @Test func tendsToTheFourthRootFarBelowItsScale() {
    for radius in [1e6, 1e9, 1e12] {
      let speed = RadialAccelerationRelation.speed(
        at: Self.point(radius, 1e-3), ParameterVector([1.2e-10]))
      let product = 1e-6 * 1.2e-10 * radius * Constants.metresPerKiloparsec / 1e6
      #expect(speed.isNear(product.squareRoot().squareRoot(), relative: 1e-5))
    }
  }

  @Test func isThatOfTheBaryonsWithoutAScaleAndAtTheCentre() {
    for (radius, scale) in [(3.0, 0.0), (0, 1.2e-10)] {
      var derivatives = LawDerivatives<Double>()
      let speed = RadialAccelerationRelation.speed(
        at: Self.point(radius, 80), ParameterVector([scale]), derivatives: &derivatives)
      #expect(speed == 80)
      #expect(derivatives.parameters[0] == 0)
      #expect(derivatives.baryonSpeed == 1)
      #expect(derivatives.galaxy.length == 0)
    }
  }

  @Test(arguments: [(3.0, 0.0), (0, 0), (1e300, 1e-300)])
  func hasSlopesWithoutBaryons(_ radius: Double, _ baryons: Double) {
    var derivatives = LawDerivatives<Double>()
    let speed = RadialAccelerationRelation.speed(
      at: Self.point(radius, baryons), ParameterVector([1.2e-10]), derivatives: &derivatives)
    #expect(speed == 0)
    #expect(derivatives.parameters[0] == 0)
    #expect(derivatives.baryonSpeed == 0)
    #expect(derivatives.galaxy.length == 0)
  }
}
