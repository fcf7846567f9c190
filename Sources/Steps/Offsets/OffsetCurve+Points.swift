import Galaxies

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
    let predicted =
      baryonic > 0 ? RadialAcceleration.predicted(baryonic: baryonic, scale: scale) : .nan
    return PointAccelerations(
      baryonicSpeed: max(0, squaredBaryons(point, ratios)).squareRoot(), baryonic: baryonic,
      observed: RadialAcceleration.centripetal(squaredSpeed: speed * speed, radius: radius),
      predicted: predicted,
      predictedSpeed: RadialAcceleration.circularSpeed(acceleration: predicted, radius: radius),
      isLow: baryonic < scale)
  }
}
