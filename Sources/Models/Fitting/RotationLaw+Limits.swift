import Numerics

/// Places at which a fit is no ordinary optimum: kinks, limits in which a quantity has no effect,
/// and galaxies that are seen edge-on.
extension RotationLaw {
  /// How near zero a total is on the kink, relative to the square of the baryons.
  private static var kinkWidth: Double { 1e-6 }

  /// Whether the total of a point, whose baryons pull outward, passes zero.
  @inline(__always)
  static func isOnKink<Value: LaneValue>(
    _ point: ScaledPoint<Value>, _ galaxy: GalaxyFacts<Value>, _ parameters: ParameterValues<Value>
  ) -> Value.Mask {
    let alone = LawPoint(radius: point.radius, baryonSquare: Value(0), of: galaxy)
    let term = speed(at: alone, parameters)
    return (point.baryonSquare + term * term).magnitude .<= kinkWidth * -point.baryonSquare
  }

  /// The quantities of which the objective knows nothing at a place.
  ///
  /// Inside the bounds such a quantity has no slope. Where something is on a bound, limits of the
  /// law show: every quantity is moved through its range, and has no effect if nothing changes.
  static func withoutEffect(
    _ problem: JointProblem, _ space: ResolvedSpace, at found: Quantities,
    _ curvature: CurvatureMatrix
  ) -> [Quantity] {
    let lanes = space.lanes
    let onBound = lanes.indices.filter { space.side(of: lanes[$0], in: found) != nil }
    guard !onBound.isEmpty else {
      return lanes.indices.filter { curvature[$0, $0] == 0 && !space.isEdgeOn(found, lanes[$0]) }
        .map { lanes[$0] }
    }
    let value = sum(over: problem, at: found).value
    return lanes.indices.filter { lane in
      [0.25, 0.5, 0.75].allSatisfy { part in
        var moved = found
        moved[lanes[lane]] = problem.value(at: part, of: lane)
        let change = sum(over: problem, at: moved).value - value
        return change.magnitude <= 1e-12 * max(1, value)
      }
    }.map { lanes[$0] }
  }

  /// The curvature that errors come from: of the normal equations, and by the inclination of a
  /// galaxy seen edge-on the second derivative of the objective.
  ///
  /// Speeds are even about 90°, so the first derivative is odd there and the mixed ones vanish.
  static func curvature(
    of problem: JointProblem, at found: Quantities, _ space: ResolvedSpace
  ) -> CurvatureMatrix {
    var curvature = sum(over: problem, at: found).curvature
    if !problem.relations.isEmpty {
      let own = problem.relations.normaliserCurvature(at: found, within: problem.box)
      for i in problem.lanes.indices {
        for j in problem.lanes.indices { curvature[i, j] += own[i, j] }
      }
    }
    if space.isEdgeOn(found), let lane = space.lanes.lane(of: .galaxy(.inclination)) {
      let step = 1e-3
      var tilted = found
      tilted.galaxy.inclination -= step
      curvature.set(sum(over: problem, at: tilted).descent[lane] / step, alone: lane)
    }
    return curvature
  }
}
