import Numerics

extension RotationLaw {
  package static func fit(
    _ subject: FitSubject, in space: FitSpace, with extras: FitExtras
  ) -> Result<CurveFit, FitRefusal> {
    fit(subject, in: space, with: extras) { search($0, within: $1) }
  }

  /// Fits the law to one galaxy by a search of some kind, where the law has no direct way.
  @inline(__always)
  static func fit(
    _ subject: FitSubject, in space: FitSpace, with extras: FitExtras,
    searching search: (JointProblem, LawBounds) -> JointOptimum
  ) -> Result<CurveFit, FitRefusal> {
    let card = card
    let resolved: ResolvedSpace
    do {
      resolved = try ResolvedSpace(Self.self, card, subject, space)
    } catch {
      return .failure(error)
    }
    let problem = JointProblem(subject, resolved, card)
    var fit: CurveFit
    let others: RunnersUp
    if resolved.isPlain, let direct = directFit(subject, resolved) {
      fit = direct
      others = RunnersUp()
    } else {
      let best = search(problem, resolved.bounds)
      fit = jointFit(at: best.point, isConfirmed: best.isConfirmed, problem, resolved)
      others = best.others
    }
    guard fit.isNumber else { return .failure(.beyondNumbers) }
    if extras.contains(.intervals) { addProfile(to: &fit, others, problem, resolved) }
    if fit.status == .interior {
      let free = problem.lanes.lanes(of: fit.quantities)
      fit.laplace = laplace(of: problem, at: problem.quantities(at: free))
    }
    fit.hide(resolved, subject)
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
      return fit
    }
  }

  /// The fit at a place that a search over everything that is free has found.
  ///
  /// - Parameters:
  ///   - point: The place, in the search's coordinates.
  ///   - isConfirmed: Whether several starts agree on it.
  ///   - problem: The galaxy and the space.
  ///   - space: The same space, worked out.
  /// - Returns: The fit, judged.
  static func jointFit(
    at point: SIMD8<Double>, isConfirmed: Bool, _ problem: JointProblem, _ space: ResolvedSpace
  ) -> CurveFit {
    let found = space.settled(problem.quantities(at: problem.scale.quantities(at: point)))
    var fit = CurveFit(at: found, of: problem.subject)
    let curve = ScaledCurve(problem.subject, at: found.galaxy)
    curve.withPoints { _ = measure(&fit, $0, curve.galaxy, space.lanes) }
    fit.priorTerm = problem.priorTerm(found)
    let curvature = curvature(of: problem, at: found, space)
    for quantity in withoutEffect(problem, space, at: found, curvature) {
      fit.quantities[quantity] = .nan
    }
    fit.judge(space, curvature)
    if !isConfirmed, space.lanes.count > 0 { fit.status = .disagreeingStarts }
    return fit
  }

  /// Fills in everything that follows from the residuals.
  ///
  /// - Returns: The curvature of χ² by the free parameters of the law, by lane.
  private static func measure(
    _ fit: inout CurveFit, _ points: Span<ScaledPoint<Double>>, _ galaxy: GalaxyFacts<Double>,
    _ lanes: FreeLanes
  ) -> CurvatureMatrix {
    var curvature = CurvatureMatrix(size: lanes.count)
    var squares = 0.0
    var outerSquares = 0.0
    var outerCount = 0
    // A scale without a value multiplies an amplitude of zero: any number serves.
    let parameters = fit.quantities.law.replacingMissing(with: 1)
    for i in points.indices {
      let point = points[i]
      var derivatives = LawDerivatives<Double>()
      let predicted = speed(
        at: LawPoint(point, of: galaxy), parameters, derivatives: &derivatives)
      let residual = point.observed - predicted
      fit.chiSquared += point.weight * residual * residual
      squares += residual * residual
      if point.radius > CurveFit.outerRadius {
        outerSquares += residual * residual
        outerCount += 1
      }
      fit.note(point)
      if point.baryonSquare < 0 {
        if !clampsTotal || predicted == 0 { fit.clampedPoints += 1 }
        if clampsTotal, isOnKink(point, galaxy, parameters) { fit.isOnKink = true }
      }
      var slopes = Quantities(repeating: 0)
      slopes.law = derivatives.parameters
      curvature.add(lanes.lanes(of: slopes), weight: point.weight)
    }
    fit.rmse = (squares / Double(fit.points)).squareRoot()
    if outerCount > 0 { fit.outerRMSE = (outerSquares / Double(outerCount)).squareRoot() }
    return curvature
  }
}

extension CurveFit {
  /// Takes in how the baryons alone compare with an observed speed.
  @inline(__always)
  fileprivate mutating func note(_ point: ScaledPoint<Double>) {
    let excess = point.baryonSpeed - point.observed
    baryonExcess = max(baryonExcess, excess * point.weight.squareRoot())
  }

  /// Whether χ², the priors and the curvature of what is free are numbers.
  var isNumber: Bool { chiSquared.isFinite && priorTerm.isFinite && hasCurvature }
}
