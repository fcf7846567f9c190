/// What a fit to resampled rows gives; NaN where there is none.
struct DrawnFit {
  let rSquared: Double
  let leaveOneOutRSquared: Double
  let rms: Double
  /// That of the intercept first; shape `[k]`.
  let coefficients: [Double]

  init(_ model: LinearModel) {
    rSquared = model.rSquared
    leaveOneOutRSquared = model.leaveOneOutRSquared
    rms = model.rms
    coefficients = model.coefficients
  }

  /// No fit, of so many coefficients.
  init(missing count: Int) {
    (rSquared, leaveOneOutRSquared, rms) = (.nan, .nan, .nan)
    coefficients = [Double](repeating: .nan, count: count)
  }
}
