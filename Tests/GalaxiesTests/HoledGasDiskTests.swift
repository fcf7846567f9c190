import Galaxies
import TestKit
import Testing

@Suite("A gas disk with a hole", .limited)
struct HoledGasDiskTests {
  static let gas = HoledGasDisk(mass: 1e9, scaleLength: 3, holeScaleLength: 1.2, depth: 1)

  @Test func pullsOutwardInsideTheHole() {
    #expect(Self.gas.speed(at: 0.5) < 0)
    #expect(Self.gas.speed(at: 6) > 0)
  }

  @Test func isNowhereNegative() {
    #expect((0...300).allSatisfy { Self.gas.density(at: 0.1 * Double($0)) >= 0 })
  }

  @Test func holdsItsMass() {
    // Rings of 0.01 kpc out to 30 scale lengths.
    let mass = (0..<9000).reduce(0.0) { sum, index in
      let radius = 0.01 * (Double(index) + 0.5)
      return sum + 2 * .pi * radius * 0.01 * 1e6 * Self.gas.density(at: radius)
    }
    #expect(mass.isNear(1e9, relative: 1e-5))
  }

  @Test func findsTheRadiusOfADensity() {
    let radius = Self.gas.radius(ofDensity: 1.33)
    #expect(radius > 3 && Self.gas.density(at: radius).isNear(1.33, relative: 1e-9))
    #expect(Self.gas.radius(ofDensity: 1e6).isNaN)
  }
}
