import Galaxies
import Numerics

extension RotationLaw {
  /// Fits this law to one galaxy.
  ///
  /// The result depends on the arguments alone. It is the place within the bounds where χ² plus −2 ln
  /// of the priors is smallest: the maximum a posteriori. Where the galaxy is that of the catalogue, no
  /// prior bears on what is free, and the law has a direct way to its optimum, that is the global
  /// one; everything else is searched from many starts, the same every time, and a best value that
  /// only one start has found is said to be doubtful.
  ///
  /// Errors come from the covariance with absolute sigmas and the priors' own curvature, over the
  /// quantities that are neither fixed nor at a bound. The ratio of a component that the galaxy does
  /// not have is NaN and does not count as free.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of the law's parameters and the galaxy's.
  ///   - scratch: Room for one value a point.
  /// - Returns: The fit, or the reason there is none.
  package static func fit(
    _ subject: FitSubject, in space: FitSpace, scratch: UnsafeMutableBufferPointer<Double>
  ) -> Result<CurveFit, FitRefusal> {
    let card = card
    let resolved: ResolvedSpace
    do {
      resolved = try ResolvedSpace(Self.self, card, subject, space)
    } catch {
      return .failure(error)
    }
    let direct =
      resolved.isPlain ? directFit(subject, resolved, card, scratch) : nil
    return .success(direct ?? jointFit(subject, resolved, card))
  }

  /// The fit of a law that has a direct way to its optimum, to the galaxy of the catalogue.
  private static func directFit(
    _ subject: FitSubject, _ resolved: ResolvedSpace, _ card: ModelCard,
    _ scratch: UnsafeMutableBufferPointer<Double>
  ) -> CurveFit? {
    let curve = subject.curve
    let count = card.parameters.count
    let speeds = UnsafeMutableBufferPointer(rebasing: scratch[..<curve.curve.count])
    let ratios = resolved.ratios(at: resolved.lower, after: count)
    let clamped = BaryonicSpeed.compute(curve.curve, ratios, into: speeds)
    return curve.withProblem(
      baryonSpeed: UnsafeBufferPointer(speeds), diskScaleLength: subject.diskScaleLength,
      bounds: (ParameterVector(lanes: resolved.lower), ParameterVector(lanes: resolved.upper))
    ) { problem -> CurveFit? in
      guard let optimum = optimum(of: problem) else { return nil }
      var point = resolved.lower
      for i in 0..<count { point[i] = optimum[i] }
      var fit = CurveFit(at: point, subject, clampedPoints: clamped)
      var curvature = CurvatureMatrix(size: count)
      measure(&fit, problem, &curvature)
      fit.judge(resolved, curvature)
      fit.hide(resolved, subject, after: count)
      return fit
    }
  }

  /// The fit by a search over everything that is free.
  private static func jointFit(
    _ subject: FitSubject, _ resolved: ResolvedSpace, _ card: ModelCard
  ) -> CurveFit {
    subject.withProblem(resolved, card) { problem, room in
      let best = search(problem, room)
      let point = problem.scale.quantities(at: best.point)
      let ratios = resolved.ratios(at: point, after: problem.lawCount)
      let clamped = BaryonicSpeed.compute(subject.curve.curve, ratios, into: room.baryonSpeed)
      var fit = CurveFit(at: point, subject, clampedPoints: clamped)
      var ignored = CurvatureMatrix(size: problem.lawCount)
      measure(&fit, room.curve(of: problem, at: point), &ignored)
      fit.priorTerm = problem.priorTerm(point)
      let curvature = sum(over: problem, at: point).curvature
      for i in 0..<8 where resolved.free.contains(i) && curvature[i, i] == 0 {
        // Nothing depends on it, so it has no value; at a bound it has that of the bound.
        let isAtBound = point[i] == resolved.lower[i] || point[i] == resolved.upper[i]
        if !isAtBound { fit.parameters[i] = .nan }
      }
      fit.judge(resolved, curvature)
      if !best.isConfirmed, !resolved.free.isEmpty { fit.status = .disagreeingStarts }
      fit.hide(resolved, subject, after: problem.lawCount)
      return fit
    }
  }

  /// Fills in everything that follows from the residuals, and the curvature of χ² by the parameters
  /// of the law.
  private static func measure(
    _ fit: inout CurveFit, _ problem: FitProblem, _ curvature: inout CurvatureMatrix
  ) {
    var squares = 0.0
    var outerSquares = 0.0
    var outerCount = 0
    var parameters = fit.parameters
    // A scale without a value multiplies an amplitude of zero: any number serves.
    for i in 0..<ParameterVector.capacity where parameters[i].isNaN { parameters[i] = 1 }
    for i in 0..<fit.points {
      let point = LawPoint(
        radius: problem.radius[i], baryonSpeed: problem.baryonSpeed[i],
        diskScaleLength: problem.diskScaleLength)
      var derivatives = LawDerivatives()
      let predicted = speed(at: point, parameters, derivatives: &derivatives)
      let residual = problem.observed[i] - predicted
      fit.chiSquared += problem.weight[i] * residual * residual
      squares += residual * residual
      if point.radius > CurveFit.outerRadius {
        outerSquares += residual * residual
        outerCount += 1
      }
      if problem.observed[i] < point.baryonSpeed { fit.observedBelowBaryons = true }
      curvature.add(derivatives.parameters.lanes, weight: problem.weight[i])
    }
    fit.rmse = (squares / Double(fit.points)).squareRoot()
    if outerCount > 0 { fit.outerRMSE = (outerSquares / Double(outerCount)).squareRoot() }
  }
}
