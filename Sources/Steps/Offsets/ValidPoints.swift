import Galaxies

/// What the valid points of a galaxy tell without its mass-to-light ratios.
struct ValidPoints {
  /// Whether the effective radius lies between the first and the last.
  let isInside: Bool
  /// V_obs at the effective radius over V_flat; NaN where one of them is not known.
  let concentration: Double
  /// ⟨V_gas²⟩ / (⟨V_gas²⟩ + ⟨V_disk²⟩) over the last five.
  let outerGasFraction: Double

  /// Looks at some points.
  ///
  /// - Parameters:
  ///   - valid: The points, in their order.
  ///   - curve: The curve that they belong to.
  ///   - effectiveRadius: The half-light radius, kpc.
  ///   - flatSpeed: Speed of the flat part, km/s.
  init(_ valid: [Int], of curve: RotationCurve, effectiveRadius: Double, flatSpeed: Double) {
    guard let first = valid.first, let last = valid.last else {
      (isInside, concentration, outerGasFraction) = (false, .nan, .nan)
      return
    }
    isInside = curve.radius[first] <= effectiveRadius && effectiveRadius <= curve.radius[last]
    concentration =
      isInside && flatSpeed > 0
      ? Self.speed(at: effectiveRadius, valid, of: curve) / flatSpeed : .nan
    let outer = valid.suffix(OffsetSettings.gasFractionPoints)
    let gas = outer.reduce(0) { $0 + curve.gasSpeed[$1] * curve.gasSpeed[$1] }
    let disk = outer.reduce(0) { $0 + curve.diskSpeed[$1] * curve.diskSpeed[$1] }
    outerGasFraction = gas / (gas + disk)
  }

  /// The observed speed at a radius inside the valid ones, linearly interpolated, km/s.
  private static func speed(at target: Double, _ valid: [Int], of curve: RotationCurve) -> Double {
    let (radius, speed) = (curve.radius, curve.observedSpeed)
    guard let upper = valid.firstIndex(where: { radius[$0] >= target }) else { return .nan }
    let right = valid[upper]
    guard upper > valid.startIndex, radius[right] > target else { return speed[right] }
    let left = valid[upper - 1]
    let slope = (speed[right] - speed[left]) / (radius[right] - radius[left])
    return speed[left] + slope * (target - radius[left])
  }
}
