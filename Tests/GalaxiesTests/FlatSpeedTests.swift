import Galaxies
import TestKit
import Testing

@Suite("A flat speed", .limited)
struct FlatSpeedTests {
  private func flat(_ speeds: [Double], error: Double = 2, inclination: Double = 60) -> FlatSpeed {
    let zeros = speeds.map { _ in 0.0 }
    let curve = RotationCurve(
      radius: speeds.indices.map { Double($0 + 1) }, observedSpeed: speeds,
      observedSpeedError: speeds.map { _ in error }, gasSpeed: zeros, diskSpeed: zeros,
      bulgeSpeed: zeros, diskSurfaceBrightness: zeros, bulgeSurfaceBrightness: zeros)
    return FlatSpeed(of: curve, inclination: inclination, inclinationError: 3)
  }

  @Test func isTheMeanOfTheOuterPoints() {
    let result = flat([20, 60, 90, 98, 101, 101])
    #expect(result.speed == 100)
    // Errors 12/9, scatter 2, tilt (100 · 3° / tan 60°)² = 9.138522593601257.
    #expect(result.error.isNear((12.0 / 9 + 2 + 9.138522593601257).squareRoot()))
  }

  @Test func isMissingWhereTheCurveRises() {
    let result = flat([20, 40, 60, 80, 100])
    #expect(result.speed.isNaN && result.error.isNaN)
    #expect(flat([100, 100]).speed.isNaN)
  }
}
