import Galaxies
import TestKit
import Testing

@Suite("A bulge", .limited)
struct PlummerBulgeTests {
  static let bulge = PlummerBulge(mass: 1e9, scaleRadius: 0.5)

  @Test func holdsHalfItsMassInsideItsRadius() {
    #expect(Self.bulge.projectedMass(within: 0.5).isNear(5e8))
  }

  @Test func tendsToAPointMass() {
    #expect(
      Self.bulge.speed(at: 500).isNear((Constants.gravity * 1e9 / 500).squareRoot(), relative: 1e-5)
    )
  }

  @Test func hasADensityThatAddsUp() {
    let mass = (0..<5000).reduce(0.0) { sum, index in
      let radius = 0.001 * (Double(index) + 0.5)
      return sum + 2 * .pi * radius * 0.001 * 1e6 * Self.bulge.density(at: radius)
    }
    #expect(mass.isNear(Self.bulge.projectedMass(within: 5), relative: 1e-6))
  }
}
