import Numerics

/// The speed of the flat part of a rotation curve, and its error.
///
/// Starting with the two outermost points, the next point inward is taken in as long as it is
/// within 5 % of the mean of those taken so far; with fewer than three points the curve has no flat
/// part.
///
///     σ² = Σσ_V² / n² + s² + (V_f σ_i / tan i)²
///
/// Here `s` is the standard deviation of the points taken.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, ApJL 816, L14.
package struct FlatSpeed: Equatable, Sendable {
  /// The speed, km/s; NaN without a flat part.
  package let speed: Double
  /// Its error, km/s; NaN without a flat part.
  package let error: Double

  /// Finds the flat part of a curve.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - inclination: The inclination, degrees, above 0.
  ///   - inclinationError: Its error, degrees.
  package init(of curve: RotationCurve, inclination: Double, inclinationError: Double) {
    let speeds = Array(curve.observedSpeed.reversed())
    var taken = 2
    while taken < speeds.count {
      let mean = speeds[..<taken].reduce(0, +) / Double(taken)
      guard (speeds[taken] - mean).magnitude <= 0.05 * mean else { break }
      taken += 1
    }
    guard taken >= 3 else {
      (speed, error) = (.nan, .nan)
      return
    }
    let flat = speeds[..<taken]
    let count = Double(taken)
    let mean = flat.reduce(0, +) / count
    let scatter = flat.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let errors = curve.observedSpeedError.suffix(taken).reduce(0) { $0 + $1 * $1 }
    let degree = Double.radiansPerDegree
    let tilt = mean * (inclinationError * degree) / Elementary.tan(inclination * degree)
    speed = mean
    error = (errors / (count * count) + scatter + tilt * tilt).squareRoot()
  }
}
