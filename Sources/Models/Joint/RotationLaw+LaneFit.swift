import Numerics

extension RotationLaw {
  package static func laneFit(
    _ subject: FitSubject, in space: FitSpace, with extras: FitExtras
  ) -> Result<CurveFit, FitRefusal> {
    fit(subject, in: space, with: extras)
  }

  package static func optima(
    _ subject: FitSubject, in space: FitSpace
  ) -> Result<[FitOptimum], FitRefusal> {
    optima(subject, in: space) { search($0, within: $1) }
  }

  /// The places that a search knows.
  @inline(__always)
  fileprivate static func optima(
    _ subject: FitSubject, in space: FitSpace,
    searching search: (JointProblem, LawBounds) -> JointOptimum
  ) -> Result<[FitOptimum], FitRefusal> {
    let resolved: ResolvedSpace
    do {
      resolved = try ResolvedSpace(Self.self, card, subject, space)
    } catch {
      return .failure(error)
    }
    let problem = JointProblem(subject, resolved, card)
    return .success(
      search(problem, resolved.bounds).minima.map { place in
        FitOptimum(
          problem.quantities(at: problem.scale.quantities(at: place.point)),
          objective: place.value)
      })
  }
}

extension HaloLaw {
  package static func laneFit(
    _ subject: FitSubject, in space: FitSpace, with extras: FitExtras
  ) -> Result<CurveFit, FitRefusal> {
    fit(subject, in: space, with: extras) { laneSearch($0, within: $1) }
  }

  package static func optima(
    _ subject: FitSubject, in space: FitSpace
  ) -> Result<[FitOptimum], FitRefusal> {
    optima(subject, in: space) { laneSearch($0, within: $1) }
  }

  /// The search by nodes, and that from many starts where the first one does not know its way or is
  /// in doubt.
  static func laneSearch(
    _ problem: JointProblem, within bounds: LawBounds
  ) -> JointOptimum {
    guard var best = nodeSearch(problem) else { return search(problem, within: bounds) }
    guard !best.isConfirmed else { return best }
    let other = search(problem, within: bounds)
    for minimum in other.minima.reversed() { best.note(minimum.point, minimum.value) }
    best.confirm(best.agreeing > 1 || other.isConfirmed && other.value <= best.value)
    return best
  }
}
