import Galaxies
import Numerics

/// A point of a curve as offsets need it.
struct OffsetPoint {
  /// What each component adds to V²_bary per unit of its ratio, km²/s².
  let gas: Double
  let disk: Double
  let bulge: Double
  /// V_gas² whatever the sign, km²/s².
  let squaredGas: Double
  /// log₁₀ of the observed acceleration in m/s²; −∞ where it is zero.
  let logObserved: Double
  /// Whether the observed acceleration is positive.
  let isMoving: Bool
  /// The distance from the centre as accelerations have it: g = 1e6 V² / distance.
  let distance: Double
  /// The least V²_bary whose acceleration is not below the scale of the settings, km²/s².
  let lowEnd: Double

  /// Prepares a point.
  ///
  /// - Parameters:
  ///   - index: Which point.
  ///   - curve: The curve that it belongs to.
  ///   - isSquared: Whether the signs of the speeds are dropped.
  ///   - scale: The scale g† of the settings, m/s².
  init(_ index: Int, of curve: RotationCurve, isSquared: Bool, scale: Double) {
    func squared(_ speed: Double) -> Double { isSquared ? speed * speed : speed.magnitude * speed }
    let (radius, speed) = (curve.radius[index], curve.observedSpeed[index])
    gas = squared(curve.gasSpeed[index])
    disk = squared(curve.diskSpeed[index])
    bulge = squared(curve.bulgeSpeed[index])
    squaredGas = curve.gasSpeed[index] * curve.gasSpeed[index]
    logObserved = Elementary.log10(
      RadialAcceleration.centripetal(squaredSpeed: speed * speed, radius: radius))
    isMoving = speed != 0
    distance = RadialAcceleration.distance(radius: radius)
    lowEnd = Self.lowEnd(below: scale, radius: radius)
  }

  /// The least number whose acceleration at a radius is not below a scale.
  ///
  /// Accelerations do not fall where V² rises, whatever the rounding, so that a comparison with
  /// this number says the same as one of the acceleration with the scale.
  private static func lowEnd(below scale: Double, radius: Double) -> Double {
    func isLow(_ pattern: UInt64) -> Bool {
      RadialAcceleration.centripetal(
        squaredSpeed: Double(bitPattern: pattern), radius: radius) < scale
    }
    // Numbers that are not negative are in the order of their patterns.
    let guess = (scale * RadialAcceleration.distance(radius: radius) / 1e6).bitPattern
    var (low, high) = (guess &- 16, guess &+ 16)
    if guess < 16 || high > Double.infinity.bitPattern || !isLow(low) || isLow(high) {
      (low, high) = (0, Double.infinity.bitPattern)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isLow(middle) { low = middle } else { high = middle }
    }
    return Double(bitPattern: high)
  }
}
