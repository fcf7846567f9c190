/// The best parameters of a law for one curve, and how good they are.
package struct CurveFit: Sendable {
  package var parameters: ParameterVector
  /// 1σ errors; NaN for a parameter that is fixed or at a bound.
  package var errors: ParameterVector
  package var status: FitStatus
  /// Bit `2 i` is set where parameter `i` is at its lower bound, bit `2 i + 1` at its upper.
  package var bounds: Int
  package var chiSquared: Double
  package var degreesOfFreedom: Int
  /// Root mean square of observed less predicted speed, km/s.
  package var rmse: Double
  /// The same for radii beyond 10 kpc; NaN where there are none.
  package var outerRMSE: Double
  /// Bayesian information criterion, χ² + k ln n.
  package var bic: Double
  /// Akaike information criterion, χ² + 2 k.
  package var aic: Double
  package var points: Int
  /// Whether the baryons alone exceed the observed speed anywhere.
  package var observedBelowBaryons: Bool
  /// Points whose V²_bary was negative and set to zero.
  package var clampedPoints: Int
  /// Points whose error was not positive and replaced.
  package var replacedErrors: Int

  /// The radius beyond which the outer RMSE counts, kpc.
  package static let outerRadius = 10.0
}
