import Galaxies
import TestKit
import Testing

@Suite("The radial acceleration relation", .limited)
struct RadialAccelerationTests {
  private static let scale = RadialAcceleration.scale

  /// g_bar and g_RAR in m/s² for the usual scale, from mpmath with 50 digits.
  static let pinned = [
    (1e-14, 1.1004527222575097e-12), (1e-12, 1.1462057351492467e-11),
    (3.3e-11, 8.086407635787074e-11), (1.2e-10, 1.8983720482431916e-10),
    (7.5e-10, 8.17069117375389e-10), (1e-9, 1.059049479085569e-09),
    (2.5e-8, 2.5000013472225447e-08),
  ]

  @Test(arguments: pinned)
  func isTheFormulaToTheLastDigits(_ example: (baryonic: Double, predicted: Double)) {
    let found = RadialAcceleration.predicted(baryonic: example.baryonic, scale: Self.scale)
    #expect(found.isNear(example.predicted, relative: 5e-16))
  }

  @Test func hasTheScaleOfItsSource() {
    #expect(RadialAcceleration.scale == 1.2e-10)
  }

  /// 1 − e^(−ln 2) is a half.
  @Test func doublesTheBaryonsWhereTheRootIsTheLogarithmOfTwo() {
    let root = 0.693_147_180_559_945_3
    let found = RadialAcceleration.predicted(baryonic: root * root * 7, scale: 7)
    #expect(found.isNear(2 * root * root * 7, relative: 1e-15))
  }

  @Test(arguments: [1e3, 1e4, 1e6, 1e12])
  func tendsToTheBaryonsFarAboveTheScale(_ ratio: Double) {
    let found = RadialAcceleration.predicted(baryonic: ratio * Self.scale, scale: Self.scale)
    #expect(found.isNear(ratio * Self.scale, relative: 2e-14))
  }

  /// With x = √(g_bar / g†) the ratio to √(g_bar g†) is x / (1 − e^(−x)) = 1 + x/2 + x²/12 − x⁴/720
  /// ….
  @Test(arguments: [1e-6, 1e-10, 1e-14, 1e-20, 1e-28])
  func tendsToTheGeometricMeanFarBelowTheScale(_ ratio: Double) {
    let found = RadialAcceleration.predicted(baryonic: ratio * Self.scale, scale: Self.scale)
    let root = ratio.squareRoot()
    let series = Self.scale * root * (1 + root / 2 + ratio / 12 - ratio * ratio / 720)
    #expect(found.isNear(series, relative: 1e-15))
  }

  @Test func liesAboveBothLimitsAndRises() {
    var last = 0.0
    for step in -40...40 {
      let baryonic = Self.scale * Double(sign: .plus, exponent: step, significand: 1)
      let found = RadialAcceleration.predicted(baryonic: baryonic, scale: Self.scale)
      #expect(found > last)
      #expect(found >= baryonic)
      #expect(found >= (baryonic * Self.scale).squareRoot())
      last = found
    }
  }

  @Test func dependsOnTheRatioToTheScaleOnly() {
    for ratio in [1e-5, 0.3, 1, 40] {
      let one = RadialAcceleration.predicted(baryonic: ratio, scale: 1)
      let other = RadialAcceleration.predicted(baryonic: 1024 * ratio, scale: 1024)
      #expect(other == 1024 * one)
    }
  }
}

@Suite("A circular orbit", .limited)
struct CircularOrbitTests {
  /// V² in km²/s², R in kpc and V²/R in m/s², from mpmath with 50 digits.
  static let accelerations: [(Double, Double, Double)] = [
    (40_000, 8, 1.6203896447221827e-10), (1, 0.1, 3.240779289444365e-13),
    (-900, 2.5, -1.1666805441999715e-11),
  ]

  @Test(arguments: accelerations)
  func hasTheAccelerationOfItsSpeed(_ example: (squared: Double, radius: Double, found: Double)) {
    let found = RadialAcceleration.centripetal(
      squaredSpeed: example.squared, radius: example.radius)
    #expect(found.isNear(example.found, relative: 5e-16))
  }

  @Test func hasTheSpeedOfItsAcceleration() {
    let near = RadialAcceleration.circularSpeed(acceleration: 1.2e-10, radius: 10)
    #expect(near.isNear(192.42694971831884, relative: 5e-16))
    let far = RadialAcceleration.circularSpeed(acceleration: 3e-12, radius: 40)
    #expect(far.isNear(60.85074443085837, relative: 5e-16))
  }

  @Test func getsItsSpeedBack() {
    var generator = SeededGenerator(seed: 441)
    for _ in 0..<1000 {
      let speed = Double.random(in: 0.1...400, using: &generator)
      let radius = Double.random(in: 0.01...100, using: &generator)
      let acceleration = RadialAcceleration.centripetal(
        squaredSpeed: speed * speed, radius: radius)
      let again = RadialAcceleration.circularSpeed(acceleration: acceleration, radius: radius)
      #expect(again.isNear(speed, relative: 1e-15))
    }
  }
}
