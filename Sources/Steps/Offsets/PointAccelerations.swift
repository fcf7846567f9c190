/// What the baryons and the relation give at a point.
struct PointAccelerations {
  /// V_bary, km/s.
  let baryonicSpeed: Double
  /// g_bar, g_obs and g_RAR, m/s²; the last is NaN where g_bar is not positive.
  let baryonic: Double
  let observed: Double
  let predicted: Double
  /// V_pred, km/s.
  let predictedSpeed: Double
  /// Whether g_bar is below the scale.
  let isLow: Bool
}
