import Numerics

extension RotationLaw {
  package static func fit(
    _ subject: FitSubject, in space: FitSpace
  ) -> Result<CurveFit, FitRefusal> {
    let card = card
    let resolved: ResolvedSpace
    do {
      resolved = try ResolvedSpace(Self.self, card, subject, space)
    } catch {
      return .failure(error)
    }
    let direct = resolved.isPlain ? directFit(subject, resolved) : nil
    var fit = direct ?? jointFit(subject, resolved, card)
    fit.laplace = laplace(of: fit, subject, resolved, card)
    return .success(fit)
  }

  /// The fit of a law that has a direct way to its optimum, to the galaxy of the catalogue.
  private static func directFit(_ subject: FitSubject, _ space: ResolvedSpace) -> CurveFit? {
    var found = space.corner
    let curve = ScaledCurve(subject, at: found.galaxy)
    return curve.withPoints { points -> CurveFit? in
      guard let optimum = optimum(of: points, in: curve.galaxy, within: space.bounds) else {
        return nil
      }
      found.law = optimum
      var fit = CurveFit(at: found, of: subject)
      let curvature = measure(&fit, points, curve.galaxy, space.lanes)
      fit.judge(space, curvature)
      fit.hide(space, subject)
      return fit
    }
  }

  /// The fit by a search over everything that is free.
  private static func jointFit(
    _ subject: FitSubject, _ space: ResolvedSpace, _ card: ModelCard
  ) -> CurveFit {
    let problem = JointProblem(subject, space, card)
    let best = search(problem, within: space.bounds)
    let found = problem.quantities(at: problem.scale.quantities(at: best.point))
    var fit = CurveFit(at: found, of: subject)
    let curve = ScaledCurve(subject, at: found.galaxy)
    curve.withPoints { _ = measure(&fit, $0, curve.galaxy, space.lanes) }
    fit.priorTerm = problem.priorTerm(found)
    let curvature = sum(over: problem, at: found).curvature
    for lane in space.lanes.indices where curvature[lane, lane] == 0 {
      // Nothing depends on it, so it has no value; at a bound it has that of the bound.
      let quantity = space.lanes[lane]
      let (value, range) = (found[quantity], space.ranges[quantity])
      if value != range.lower, value != range.upper { fit.quantities[quantity] = .nan }
    }
    fit.judge(space, curvature)
    if !best.isConfirmed, space.lanes.count > 0 { fit.status = .disagreeingStarts }
    fit.hide(space, subject)
    return fit
  }

  /// Fills in everything that follows from the residuals.
  ///
  /// - Returns: The curvature of χ² by the free parameters of the law, by lane.
  private static func measure(
    _ fit: inout CurveFit, _ points: Span<ScaledPoint>, _ galaxy: GalaxyFacts, _ lanes: FreeLanes
  ) -> CurvatureMatrix {
    var curvature = CurvatureMatrix(size: lanes.count)
    var squares = 0.0
    var outerSquares = 0.0
    var outerCount = 0
    // A scale without a value multiplies an amplitude of zero: any number serves.
    let parameters = fit.quantities.law.replacingMissing(with: 1)
    for i in points.indices {
      let point = points[i]
      var derivatives = LawDerivatives()
      let predicted = speed(
        at: LawPoint(point, of: galaxy), parameters, derivatives: &derivatives)
      let residual = point.observed - predicted
      fit.chiSquared += point.weight * residual * residual
      squares += residual * residual
      if point.radius > CurveFit.outerRadius {
        outerSquares += residual * residual
        outerCount += 1
      }
      if point.observed < point.baryonSpeed { fit.observedBelowBaryons = true }
      if point.baryonSquare < 0 { fit.clampedPoints += 1 }
      var slopes = Quantities(repeating: 0)
      slopes.law = derivatives.parameters
      curvature.add(lanes.lanes(of: slopes), weight: point.weight)
    }
    fit.rmse = (squares / Double(fit.points)).squareRoot()
    if outerCount > 0 { fit.outerRMSE = (outerSquares / Double(outerCount)).squareRoot() }
    return curvature
  }
}
