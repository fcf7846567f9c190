import Galaxies
import Numerics

extension OffsetCurve {
  /// The measured values of a point, in the order of `PointColumn`.
  func measured(_ point: Int) -> [Double] {
    PointColumn.all.map { curve[keyPath: $0.field][point] }
  }

  /// What the baryons and the relation give at a point.
  func accelerations(
    _ point: Int, _ ratios: MassToLight, scale: Double
  ) -> PointAccelerations {
    let radius = curve.radius[point]
    let speed = curve.observedSpeed[point]
    let baryonic = baryonic(point, ratios)
    let observed = RadialAcceleration.centripetal(squaredSpeed: speed * speed, radius: radius)
    let predicted =
      baryonic > 0 ? RadialAcceleration.predicted(baryonic: baryonic, scale: scale) : .nan
    return PointAccelerations(
      baryonicSpeed: max(0, squaredBaryons(point, ratios)).squareRoot(), baryonic: baryonic,
      baryonicError: baryonicError(point, ratios), observed: observed,
      observedError: observed * relativeObservedError(point), predicted: predicted,
      predictedSpeed: RadialAcceleration.circularSpeed(acceleration: predicted, radius: radius),
      isLow: baryonic < scale)
  }

  /// The error of g_bar, m/s²: 10 % of the part of the gas and 25 % of the parts of the stars.
  ///
  /// - SeeAlso: McGaugh, Lelli & Schombert 2016, PRL 117, 201101.
  private func baryonicError(_ point: Int, _ ratios: MassToLight) -> Double {
    let parts = [
      0.1 * ratios.gas * points[point].gas, 0.25 * ratios.disk * points[point].disk,
      0.25 * ratios.bulge * points[point].bulge,
    ]
    let squared = parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return RadialAcceleration.centripetal(squaredSpeed: squared, radius: radius[point])
  }

  /// The error of g_obs over g_obs, √[(2 e_V / V)² + (2 e_i / tan i)² + (e_D / D)²]; NaN where one
  /// of the errors is not known.
  private func relativeObservedError(_ point: Int) -> Double {
    let error = curve.observedSpeedError[point]
    guard error > 0, observedSpeed[point] != 0 else { return .nan }
    let ratio = 2 * error / observedSpeed[point]
    return (ratio * ratio + sharedVariance).squareRoot()
  }

  /// (2 e_i / tan i)² + (e_D / D)² of a galaxy, the first zero at 90°; NaN where one is not known.
  static func sharedVariance(of galaxy: Galaxy) -> Double {
    let (angle, distance) = (galaxy.inclination, galaxy.distance)
    guard angle > 0, angle < 180, distance > 0, galaxy.inclinationError >= 0,
      galaxy.distanceError >= 0
    else { return .nan }
    let tangent = Elementary.tan(angle * .radiansPerDegree)
    let tilt =
      angle == 90 ? 0 : 2 * (galaxy.inclinationError * .radiansPerDegree) / tangent
    let stretch = galaxy.distanceError / distance
    return tilt * tilt + stretch * stretch
  }
}
