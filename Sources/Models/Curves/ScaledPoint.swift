/// One point of a curve as it is at some distance and inclination, with some baryons.
package struct ScaledPoint: Sendable {
  /// Distance from the centre, kpc.
  package let radius: Double
  /// Observed speed, km/s.
  package let observed: Double
  /// 1/σ² of the observed speed, s²/km².
  package let weight: Double
  /// The square of the speed due to the baryons, km²/s²; negative where they pull outward.
  package let baryonSquare: Double
  /// The speed due to the baryons, km/s; zero where the square is negative.
  package let baryonSpeed: Double
}
