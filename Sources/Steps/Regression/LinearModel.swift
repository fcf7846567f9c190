import Numerics

/// A linear model fitted to some rows by ordinary least squares, with an intercept.
struct LinearModel {
  /// Intercept and the coefficient of each term; shape `[k]`.
  let coefficients: [Double]
  /// 1σ errors from the residual variance; NaN without degrees of freedom; shape `[k]`.
  let errors: [Double]
  let rSquared: Double
  let adjustedRSquared: Double
  /// What is left when each row is predicted without itself; NaN where a term cannot be fitted
  /// without one of the rows.
  let leaveOneOutRSquared: Double
  /// Root mean square of the residuals.
  let rms: Double
  /// Response less fitted value, and diagonal of the hat matrix, of every copy of a row; none where
  /// nobody asks for them; shape `[n]`.
  let residuals: [Double]
  let leverages: [Double]

  /// The model in one lane of some that were fitted.
  init(_ fits: borrowing LinearFits, _ lane: Int, withRows: Bool) {
    coefficients = fits.coefficients(lane)
    errors = fits.errors(lane)
    rSquared = fits.rSquared(lane)
    adjustedRSquared = fits.adjustedRSquared(lane)
    leaveOneOutRSquared = fits.leaveOneOutRSquared(lane)
    rms = fits.rms(lane)
    residuals = withRows ? fits.residuals(lane) : []
    leverages = withRows ? fits.leverages(lane) : []
  }
}
