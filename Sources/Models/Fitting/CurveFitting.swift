package import Galaxies
import Numerics

extension RotationLaw {
  /// Fits this law to one curve.
  ///
  /// The result depends on the arguments alone. The optimum is the global one within the bounds;
  /// errors come from the covariance with absolute sigmas, over the parameters that are neither fixed
  /// nor at a bound.
  ///
  /// - Parameters:
  ///   - curve: The observed curve with its weights.
  ///   - ratios: Mass-to-light ratios for the baryonic speed.
  ///   - diskScaleLength: Scale length of the disk, kpc; NaN where the catalogue has none.
  ///   - bounds: Lower and upper bound of each parameter of the card.
  ///   - scratch: Room for one value a point.
  /// - Returns: The fit, or the reason there is none.
  package static func fit(
    _ curve: WeightedCurve, _ ratios: MassToLight, diskScaleLength: Double,
    bounds: (lower: ParameterVector, upper: ParameterVector),
    scratch: UnsafeMutableBufferPointer<Double>
  ) -> Result<CurveFit, FitRefusal> {
    let parameterCount = card.parameters.count
    var free = ParameterSet()
    for i in 0..<parameterCount {
      let (low, high) = (bounds.lower[i], bounds.upper[i])
      guard low.isFinite, high.isFinite else { return .failure(.boundWithoutValue) }
      guard low <= high else { return .failure(.reversedBounds) }
      let isSensible = card.parameters[i].domain == .real || (low >= 0 && high > 0)
      guard isSensible else { return .failure(.boundOutsideDomain) }
      if low < high { free.insert(i) }
    }
    if !card.needs.isEmpty, !(diskScaleLength > 0) { return .failure(.missingScaleLength) }
    let count = curve.curve.count
    let freeCount = free.count
    guard count > freeCount else { return .failure(.tooFewPoints) }

    let speeds = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
    let clamped = BaryonicSpeed.compute(curve.curve, ratios, into: speeds)
    let parameters = curve.withProblem(
      baryonSpeed: UnsafeBufferPointer(speeds), diskScaleLength: diskScaleLength, bounds: bounds
    ) { optimum(of: $0) }

    var fit = CurveFit(
      parameters: parameters, errors: ParameterVector(repeating: .nan), status: .interior,
      bounds: 0, chiSquared: 0, degreesOfFreedom: count - freeCount, rmse: 0, outerRMSE: .nan,
      bic: 0, aic: 0, points: count, observedBelowBaryons: false, clampedPoints: clamped,
      replacedErrors: curve.replacedErrors)
    let (lower, upper) = effectiveBounds(bounds)
    var isBounded = true
    for i in 0..<parameterCount where free.contains(i) {
      if parameters[i] == lower[i] { fit.bounds |= 1 << (2 * i) }
      if parameters[i] == upper[i] { fit.bounds |= 1 << (2 * i + 1) }
      if parameters[i].isNaN { isBounded = false }
      if fit.bounds >> (2 * i) & 3 != 0 || parameters[i].isNaN { free.remove(i) }
    }

    var curvature = CurvatureMatrix(size: parameterCount)
    measure(&fit, curve, speeds, diskScaleLength, &curvature)
    let logCount = Elementary.log(Double(count))
    fit.bic = fit.chiSquared + Double(freeCount) * logCount
    fit.aic = fit.chiSquared + 2 * Double(freeCount)

    let variances = curvature.inverseDiagonal(of: free)
    for i in 0..<parameterCount where free.contains(i) {
      fit.errors[i] = variances[i].squareRoot()
      if !(fit.errors[i] <= upper[i] - lower[i]) { isBounded = false }
    }
    if fit.bounds != 0 {
      fit.status = .atBound
    } else if !isBounded {
      fit.status = .unconstrained
    }
    return .success(fit)
  }

  /// Fills in everything that follows from the residuals, and the curvature of χ².
  private static func measure(
    _ fit: inout CurveFit, _ curve: WeightedCurve, _ speeds: UnsafeMutableBufferPointer<Double>,
    _ diskScaleLength: Double, _ curvature: inout CurvatureMatrix
  ) {
    var squares = 0.0
    var outerSquares = 0.0
    var outerCount = 0
    var parameters = fit.parameters
    // A scale without a value multiplies an amplitude of zero: any number serves.
    for i in 0..<ParameterVector.capacity where parameters[i].isNaN { parameters[i] = 1 }
    for i in 0..<fit.points {
      let point = LawPoint(
        radius: curve.curve.radius[i], baryonSpeed: speeds[i], diskScaleLength: diskScaleLength)
      var derivatives = LawDerivatives()
      let predicted = speed(at: point, parameters, derivatives: &derivatives)
      let residual = curve.curve.observedSpeed[i] - predicted
      fit.chiSquared += curve.weight[i] * residual * residual
      squares += residual * residual
      if point.radius > CurveFit.outerRadius {
        outerSquares += residual * residual
        outerCount += 1
      }
      if curve.curve.observedSpeed[i] < point.baryonSpeed { fit.observedBelowBaryons = true }
      curvature.add(derivatives.parameters, weight: curve.weight[i])
    }
    fit.rmse = (squares / Double(fit.points)).squareRoot()
    if outerCount > 0 { fit.outerRMSE = (outerSquares / Double(outerCount)).squareRoot() }
  }
}

extension WeightedCurve {
  /// Lends the curve's buffers as a problem.
  fileprivate func withProblem<Result>(
    baryonSpeed: UnsafeBufferPointer<Double>, diskScaleLength: Double,
    bounds: (lower: ParameterVector, upper: ParameterVector), _ body: (FitProblem) -> Result
  ) -> Result {
    curve.radius.withUnsafeBufferPointer { radius in
      curve.observedSpeed.withUnsafeBufferPointer { observed in
        weight.withUnsafeBufferPointer { weight in
          body(
            FitProblem(
              count: curve.count, radius: radius, observed: observed, weight: weight,
              baryonSpeed: baryonSpeed, diskScaleLength: diskScaleLength, lower: bounds.lower,
              upper: bounds.upper))
        }
      }
    }
  }
}
