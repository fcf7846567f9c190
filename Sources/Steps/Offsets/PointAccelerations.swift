/// What the baryons and the relation give at a point.
struct PointAccelerations {
  /// V_bary, km/s.
  let baryonicSpeed: Double
  /// g_bar and g_obs, m/s², each with its error; an error is NaN where it is not known.
  let baryonic: Double
  let baryonicError: Double
  let observed: Double
  let observedError: Double
  /// g_RAR, m/s²; NaN where g_bar is not positive.
  let predicted: Double
  /// V_pred, km/s.
  let predictedSpeed: Double
  /// Whether g_bar is below the scale.
  let isLow: Bool
}
