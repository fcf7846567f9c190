import Galaxies

extension OffsetCurve {
  /// The measured values of a point, in the order of `PointColumn`.
  func measured(_ point: Int) -> [Double] {
    PointColumn.all.map { curve[keyPath: $0.field][point] }
  }

  /// What the baryons and the relation give at a point.
  ///
  /// - Returns: V_bary in km/s; g_bar, g_obs and g_RAR in m/s²; V_pred in km/s; 1 at low acceleration.
  func accelerations(_ point: Int, _ ratios: MassToLight, scale: Double) -> [Double] {
    let radius = curve.radius[point]
    let speed = curve.observedSpeed[point]
    let baryonic = baryonic(point, ratios)
    let predicted =
      baryonic > 0 ? RadialAcceleration.predicted(baryonic: baryonic, scale: scale) : .nan
    return [
      max(0, squaredBaryons(point, ratios)).squareRoot(), baryonic,
      RadialAcceleration.centripetal(squaredSpeed: speed * speed, radius: radius), predicted,
      RadialAcceleration.circularSpeed(acceleration: predicted, radius: radius),
      baryonic < scale ? 1 : 0,
    ]
  }
}
