package import Numerics

/// One point of a curve as it is at some distance and inclination, with some baryons.
package struct ScaledPoint<Value: LaneValue>: Sendable {
  /// Distance from the centre, kpc.
  package let radius: Value
  /// Observed speed, km/s.
  package let observed: Value
  /// 1/σ² of the observed speed, s²/km².
  package let weight: Value
  /// The square of the speed due to the baryons, km²/s²; negative where they pull outward.
  package let baryonSquare: Value
  /// The speed due to the baryons, km/s; zero where the square is negative.
  package let baryonSpeed: Value
}
