/// One curve, its baryons and the bounds: all that a fit depends on.
///
/// The buffers belong to the caller and outlive the problem; shape `[n]` each.
package struct FitProblem {
  /// How many points there are.
  package let count: Int
  /// Distance from the centre, kpc.
  package let radius: UnsafeBufferPointer<Double>
  /// Observed speed, km/s.
  package let observed: UnsafeBufferPointer<Double>
  /// Weight of each point, s²/km².
  package let weight: UnsafeBufferPointer<Double>
  /// Speed due to the baryons, km/s.
  package let baryonSpeed: UnsafeBufferPointer<Double>
  /// Scale length of the disk, kpc; NaN where the catalogue has none.
  package let diskScaleLength: Double
  /// The bounds of each parameter; where both are the same the parameter is fixed.
  package let lower: ParameterVector
  package let upper: ParameterVector
}
