/// One measured point and the parts of its baryons, for the distance and inclination of the
/// catalogue.
package struct CurvePoint: Sendable {
  /// Distance from the centre, kpc.
  let radius: Double
  /// Observed speed, km/s.
  let observed: Double
  /// 1/σ² of the observed speed, s²/km².
  let weight: Double
  /// |V| V of the disk and the bulge for mass-to-light ratios of one, and of the gas, km²/s².
  let disk: Double
  let bulge: Double
  let gas: Double
}
