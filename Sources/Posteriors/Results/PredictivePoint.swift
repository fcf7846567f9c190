/// The bands of the speed and its parts at one point.
///
/// Speeds are as they would be observed for the inclination of the catalogue, so that they lie
/// beside the published points; parts have the sign of their square.
package struct PredictivePoint: Sendable {
  /// Distance from the centre for the distance of the catalogue, kpc.
  package let radius: Double
  package let model: PredictiveBand
  package let gas: PredictiveBand
  package let disk: PredictiveBand
  package let bulge: PredictiveBand
  package let baryons: PredictiveBand
  package let extra: PredictiveBand
}
