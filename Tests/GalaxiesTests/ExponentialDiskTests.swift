import Galaxies
import TestKit
import Testing

@Suite("An exponential disk", .limited)
struct ExponentialDiskTests {
  /// 1e10 M☉ with a scale length of 2 kpc.
  static let disk = ExponentialDisk(centralDensity: 1e4 / (2 * .pi * 4), scaleLength: 2)

  /// Freeman 1970, with G = 4.301e-6 kpc (km/s)² / M☉.
  static let speeds = [
    (1.0, 54.220), (2, 77.314), (4, 91.079), (8, 79.951), (16, 54.356),
  ]

  @Test(arguments: speeds)
  func hasTheSpeedsOfFreeman(_ radius: Double, _ speed: Double) {
    let squared = Self.disk.squaredSpeed(at: radius, gravity: 4.301e-6)
    #expect(squared.squareRoot().isNear(speed, absolute: 0.0005))
  }

  @Test func hasItsMass() {
    #expect(Self.disk.mass.isNear(1e10))
  }

  @Test func tendsToAPointMass() {
    let radius = 400.0
    let point = Constants.gravity * Self.disk.mass / radius
    // The first term beyond the point mass, and room for the next one.
    let correction = 1 + 4.5 * (2 / radius) * (2 / radius)
    #expect(Self.disk.squaredSpeed(at: radius).isNear(point * correction, relative: 1e-7))
  }

  @Test func peaksAtTwoAndABitScaleLengths() {
    let radii = (1...1000).map { 0.01 * Double($0) }
    let peak = radii.max { Self.disk.squaredSpeed(at: $0) < Self.disk.squaredSpeed(at: $1) }
    #expect(peak?.isNear(2.150 * 2, absolute: 0.011) == true)
  }
}
