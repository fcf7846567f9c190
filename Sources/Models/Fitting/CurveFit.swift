/// The best quantities of a law and a galaxy for one curve, and how good they are.
package struct CurveFit: Sendable {
  /// The parameters of the law in the order of its card, then every ``GalaxyParameter``; NaN for one
  /// on which nothing depends, and for a distance or inclination that the catalogue does not have.
  package var parameters: ParameterVector
  /// 1σ errors, in the same order; NaN for a quantity that is fixed or at a bound.
  package var errors: ParameterVector
  package var status: FitStatus
  /// Bit `2 i` is set where quantity `i` is at its lower bound, bit `2 i + 1` at its upper.
  package var bounds: Int
  /// Σ ((V_obs − V) / σ)², with observed speeds and errors at the inclination found.
  ///
  /// That the errors grow with the speeds has no term of its own (no ln σ).
  package var chiSquared: Double
  /// −2 ln of the priors, up to their constants.
  package var priorTerm: Double
  /// Points less free quantities; a prior is not a datum.
  package var degreesOfFreedom: Int
  /// Root mean square of observed less predicted speed at the inclination found, km/s.
  package var rmse: Double
  /// The same for radii beyond 10 kpc at the distance found; NaN where there are none.
  package var outerRMSE: Double
  /// Bayesian information criterion, χ² + k ln n, with k free quantities.
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
