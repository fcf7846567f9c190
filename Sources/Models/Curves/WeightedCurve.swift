package import Galaxies

/// A curve with the weight of each point in χ².
///
/// A point whose published error is not positive takes the smallest positive error of its curve, or
/// 1 km/s where the curve has none; the number of such points is kept.
package struct WeightedCurve: Sendable {
  package let curve: RotationCurve
  /// The error used for each point, km/s, positive; shape `[n]`.
  package let error: [Double]
  /// 1/σ², s²/km²; shape `[n]`.
  package let weight: [Double]
  /// How many errors were replaced.
  package let replacedErrors: Int

  package init(_ curve: RotationCurve) {
    let smallest = curve.observedSpeedError.filter { $0 > 0 }.min() ?? 1
    self.curve = curve
    error = curve.observedSpeedError.map { $0 > 0 ? $0 : smallest }
    weight = error.map { 1 / ($0 * $0) }
    replacedErrors = curve.observedSpeedError.count { !($0 > 0) }
  }
}
