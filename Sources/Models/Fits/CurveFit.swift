/// The best quantities of a law and a galaxy for one curve, and how good they are.
package struct CurveFit: Sendable {
  /// The parameters of the law and the quantities of the galaxy; NaN for one on which nothing
  /// depends, and for a distance or inclination that the catalogue does not have.
  package var quantities: Quantities
  /// 1σ errors; NaN for a quantity that is fixed, and for all of a fit with one at a bound: those
  /// of the others would hold for that very bound only, and are far too small.
  package var errors = Quantities(repeating: .nan)
  package var status = FitStatus.interior
  /// The bounds that free quantities lie on.
  package var bounds = BoundSides()
  /// Σ ((V_obs − V) / σ)², with observed speeds and errors at the inclination found.
  ///
  /// That the errors grow with the speeds has no term of its own (no ln σ).
  package var chiSquared = 0.0
  /// −2 ln of the priors, up to their constants.
  package var priorTerm = 0.0
  /// Points less free quantities; a prior is not a datum.
  package var degreesOfFreedom = 0
  /// Root mean square of observed less predicted speed at the inclination found, km/s.
  package var rmse = 0.0
  /// The same for radii beyond 10 kpc at the distance found; NaN where there are none.
  package var outerRMSE = Double.nan
  /// −2 ln of the evidence by Laplace's method; NaN where the fit is not interior.
  package var laplace = Double.nan
  package let points: Int
  /// Points without a speed: the total of a law that adds in quadrature is negative there, or
  /// V²_bary for any other law.
  package var clampedPoints = 0
  /// The largest excess of the baryons over the observed speed, (V_bary − V_obs) / σ; negative
  /// where they stay below it everywhere.
  package var baryonExcess = -Double.infinity
  /// Whether the baryons alone exceed the observed speed anywhere.
  package var observedBelowBaryons: Bool { baryonExcess > 0 }
  /// Whether a total passes zero at the optimum, where χ² has a kink and no curvature.
  var isOnKink = false
  /// Whether the curvature of χ² with its priors is a number.
  var hasCurvature = true
  /// Whether it is proven that no other place within the bounds is better by more than 1e-9 of the
  /// drop of χ²; false where nobody asked, too.
  package var isProven = false
  /// Profiles of the quantities, where they were asked for.
  package var profile: FitProfile?
  /// Points whose error was not positive and replaced.
  package let replacedErrors: Int

  /// The radius beyond which the outer RMSE counts, kpc.
  package static let outerRadius = 10.0

  /// A fit whose quantities are known, and nothing else yet.
  init(at quantities: Quantities, of subject: FitSubject) {
    self.quantities = quantities
    points = subject.points.count
    replacedErrors = subject.curve.replacedErrors
  }
}
