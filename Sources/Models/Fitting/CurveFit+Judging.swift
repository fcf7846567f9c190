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
    var isBounded = true
    for lane in lanes.indices {
      let (value, range) = (quantities[lanes[lane]], space.ranges[lanes[lane]])
      if value == range.lower { bounds.insert(.lower, of: lanes[lane]) }
      if value == range.upper { bounds.insert(.upper, of: lanes[lane]) }
      if value.isNaN {
        isBounded = false
      } else if value != range.lower, value != range.upper {
        inside.insert(lane)
      }
    }
    let variances = curvature.inverseDiagonal(of: inside)
    for lane in lanes.indices where inside.contains(lane) {
      let (error, range) = (variances[lane].squareRoot(), space.ranges[lanes[lane]])
      errors[lanes[lane]] = error
      if !(error <= range.upper - range.lower) { isBounded = false }
    }
    if !bounds.isEmpty {
      status = .atBound
    } else if !isBounded {
      status = .unconstrained
    }
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
