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
  /// The least V²_bary whose acceleration is positive, km²/s².
  let lowStart: Double
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
    let distance = RadialAcceleration.distance(radius: radius)
    self.distance = distance
    func acceleration(_ squared: Double) -> Double {
      RadialAcceleration.centripetal(squaredSpeed: squared, distance: distance)
    }
    // Half of the least positive number is the least that is not rounded to zero.
    lowStart = Self.first(near: 0x1p-1000 * distance * 0x1p-75 / 1e6) { acceleration($0) > 0 }
    lowEnd = Self.first(near: scale * distance / 1e6) { acceleration($0) >= scale }
  }

  /// The least number that meets a condition which all larger ones meet.
  ///
  /// Accelerations do not fall where V² rises, whatever the rounding, so that a comparison with
  /// such a number says the same as one of the acceleration.
  ///
  /// - Parameters:
  ///   - guess: A number that is mostly close; it costs time where it is not.
  ///   - isMet: The condition, which infinity meets.
  /// - Returns: The number, positive.
  private static func first(near guess: Double, where isMet: (Double) -> Bool) -> Double {
    func holds(_ pattern: UInt64) -> Bool { isMet(Double(bitPattern: pattern)) }
    // Numbers that are not negative are in the order of their patterns.
    let end = Double.infinity.bitPattern
    var low = guess.bitPattern < 16 ? 0 : guess.bitPattern - 16
    var high = min(low + 32, end)
    if low >= end || holds(low) || !holds(high) { (low, high) = (0, end) }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return Double(bitPattern: high)
  }
}
