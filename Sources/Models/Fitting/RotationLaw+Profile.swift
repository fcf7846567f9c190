import Numerics

extension RotationLaw {
  /// How often a fit may be replaced by a lower one that its profiles meet; after that, or where a
  /// profile does not come to its end, it is said to be doubtful.
  private static var mostImprovements: Int { 8 }

  /// Adds the profiles of a fit; where they meet a lower objective, that replaces the fit.
  ///
  /// - Parameters:
  ///   - fit: The fit; comes back with its profile.
  ///   - others: Other minima that the search knows.
  ///   - problem: The galaxy and the space.
  ///   - space: The same space, worked out.
  static func addProfile(
    to fit: inout CurveFit, _ others: RunnersUp, _ problem: JointProblem, _ space: ResolvedSpace
  ) {
    var others = others
    var improvements = 0
    while true {
      let isLast = improvements == mostImprovements
      let walk = ProfileWalk(of: Self.self, problem, fit, others, stopsLower: !isLast)
      guard let lower = walk.lower, !isLast else {
        let lanes = space.lanes
        var profile = FitProfile(
          walk.intervals + tiedIntervals(of: fit, problem),
          of: lanes.indices.map { lanes[$0] } + space.relations.tied)
        profile.improvements = improvements
        if fit.status == .interior {
          profile.correlations = correlations(of: problem, at: fit.quantities, space)
        }
        fit.profile = profile
        if walk.lower != nil || !walk.isComplete { fit.status = .disagreeingStarts }
        return
      }
      improvements += 1
      others.insert(problem.coordinates(of: fit), fit.chiSquared + fit.priorTerm)
      let polished = follow(lower, problem, limit: 1000)
      fit = jointFit(at: polished.point, isConfirmed: true, problem, space)
    }
  }

  /// The correlations that go with the errors of an interior fit; shape `[quantities][quantities]`,
  /// those that are tied after the lanes.
  private static func correlations(
    of problem: JointProblem, at found: Quantities, _ space: ResolvedSpace
  ) -> [[Double]] {
    let lanes = space.lanes.indices
    let free = curvature(of: problem, at: found, space).inverse(of: ParameterSet(lanes))
    guard let free else { return [] }
    let covariance = space.covariance(free, at: found)
    return covariance.indices.map { row in
      covariance.indices.map { column in
        row == column
          ? 1
          : covariance[row][column]
            / (covariance[row][row] * covariance[column][column]).squareRoot()
      }
    }
  }
}

extension JointProblem {
  /// The place of a fit in the search's coordinates; a quantity without effect is in the middle.
  func coordinates(of fit: CurveFit) -> SIMD8<Double> {
    var values = lanes.lanes(of: fit.quantities)
    let middle = start(0)
    for lane in lanes.indices where values[lane].isNaN { values[lane] = middle[lane] }
    return scale.coordinates(of: box.clamped(values))
  }
}
