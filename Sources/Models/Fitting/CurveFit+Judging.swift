import Numerics

extension CurveFit {
  /// Works out bounds, errors and status from χ² and its curvature.
  ///
  /// - Parameters:
  ///   - space: What was free and where.
  ///   - curvature: Half the second derivatives of χ² with its priors, by lane.
  mutating func judge(_ space: ResolvedSpace, _ curvature: CurvatureMatrix) {
    let lanes = space.lanes
    degreesOfFreedom = points - lanes.count
    var inside = ParameterSet()
    var isBounded = !isOnKink
    for lane in lanes.indices {
      if !curvature[lane, lane].isFinite { hasCurvature = false }
      if quantities[lanes[lane]].isNaN {
        isBounded = false
      } else if let side = space.side(of: lanes[lane], in: quantities) {
        bounds.insert(side, of: lanes[lane])
      } else if curvature[lane, lane] > 0 {
        inside.insert(lane)
      } else {
        isBounded = false
      }
    }
    // What follows from a quantity without effect has no value either.
    if !space.relations.isEmpty { quantities = space.relations.completed(quantities) }
    guard bounds.isEmpty else {
      status = .atBound
      return
    }
    guard !isOnKink else {
      status = .unconstrained
      return
    }
    let variances = curvature.inverseDiagonal(of: inside)
    for lane in lanes.indices where inside.contains(lane) {
      let (error, range) = (variances[lane].squareRoot(), space.ranges[lanes[lane]])
      errors[lanes[lane]] = error.isFinite ? error : .nan
      if !(error <= range.upper - range.lower) { isBounded = false }
    }
    for (tied, error) in space.tiedErrors(at: quantities, curvature, of: inside) {
      errors[tied] = error
    }
    if !isBounded { status = .unconstrained }
  }

  /// Takes away what the galaxy does not have: ratios of missing components, unknown distance and
  /// inclination.
  mutating func hide(_ space: ResolvedSpace, _ subject: FitSubject) {
    for parameter in GalaxyParameter.allCases where space.isAbsent[parameter] {
      quantities.galaxy[parameter] = .nan
    }
    if !subject.has.distance { quantities.galaxy.distance = subject.facts.distance }
    if !subject.has.inclination { quantities.galaxy.inclination = subject.facts.inclination }
  }
}
