import Numerics

extension HaloLaw {
  /// The step between nodes of ln r_s.
  private static var nodeStep: Double { 0.5 }
  /// How many points at most are left out of a scan, of those that can be without speed.
  private static var mostLeft: Int { 7 }
  /// How often the objective may be worked out on the way to a minimum.
  private static var limit: Int { 200 }

  /// Looks for the smallest χ² with its priors over a halo and a galaxy by the profile over the
  /// scale radius.
  ///
  /// On nodes of r_s / D everything else is eliminated (``NodeScan``): the shape of the halo's
  /// speed does not depend on anything else there. Minima of this profile are followed to their
  /// ends by Newton's steps in all quantities together: the lowest one, the next where it is not
  /// far above it, and every other that may lie lower than what was found by what values and slopes
  /// of the nodes on both sides leave open. Where nothing but bounds is known of a ratio, points
  /// can be without speed, or bounds leave the scale radius little room, minima lie close together:
  /// there the nodes on both sides are followed too. Where v200 ends on a bound, or has little
  /// room, so are the corners of the bounds of the halo.
  ///
  /// The best value is confirmed where its search has ended by itself and no node is below it: the
  /// profile is the witness that there is no better one, as far as its nodes and slopes show.
  ///
  /// - Parameter problem: The galaxy and the space.
  /// - Returns: The best place with all minima of the profile; nil where a parameter of the halo is
  ///   fixed, where a third one is free, or for a curve without extent.
  static func nodeSearch(_ problem: JointProblem) -> JointOptimum? {
    guard let objective = HaloObjective<Self>(problem),
      problem.subject.points.contains(where: { $0.radius > 0 })
    else { return nil }
    let roles = objective.roles
    let (points, node) = (NodePoints(problem, roles), NodeProblem<Self>(problem, roles))
    let table = NodeTable(
      Self.self, shape: roles.shape, points.all, in: scales(of: problem, roles), step: nodeStep)
    let isTight = problem.box.lower[roles.concentration] > 0
    let canBeStill = !points.outward.isEmpty
    let looksAround = isTight || node.isLoose || canBeStill
    let coordinates = problem.scale.coordinates
    var best = JointOptimum(at: problem.scale.coordinates(of: problem.start(0)))
    var witness = Double.infinity
    var isSure = false

    /// Follows one place downhill.
    @inline(__always)
    func follow(_ place: SIMD8<Double>, damping: Double = 0) -> Double {
      let search = BoundedNewton(
        from: problem.scale.coordinates(of: place), in: coordinates, damping: damping,
        limit: limit, toBeat: best.value, of: objective.sum(at:))
      if search.value < best.value { isSure = search.hasConverged }
      best.note(search.point, search.value)
      return search.value
    }

    var minima: [(of: NodeMinimum, place: SIMD8<Double>, ends: [SIMD8<Double>])] = []
    for left in 0...min(points.outward.count, mostLeft) {
      let scan = NodeScan(table, node, points, leaving: left)
      witness = min(witness, scan.least)
      for minimum in scan.minima {
        var ends: [SIMD8<Double>] = []
        if minimum.part > 0 {
          let isRising = scan.value(minimum.node) <= scan.value(minimum.node + 1)
          ends = [minimum.node, minimum.node + 1].map { scan.place($0, 0, roles, problem) }
          if !isRising { ends.reverse() }
        }
        minima.append((minimum, scan.place(minimum.node, minimum.part, roles, problem), ends))
      }
    }
    minima.sort { $0.of.value < $1.of.value }
    for (rank, minimum) in minima.enumerated() {
      let (value, depth) = (minimum.of.value, minimum.of.depth)
      let isFar = value - 4 * depth > best.value
      if isFar && (rank > 1 || value > 3 * best.value + 30) {
        best.remember(problem.scale.coordinates(of: minimum.place), value)
        continue
      }
      let before = best.value
      // Short steps keep to the side of a kink on which they begin.
      if canBeStill { _ = follow(minimum.place, damping: 10) }
      let found = follow(minimum.place)
      if looksAround, found < before {
        for end in minimum.ends { _ = follow(end) }
      } else if let end = minimum.ends.first, found > value + depth, best.value > value + depth {
        _ = follow(end)
      }
    }
    let speed = problem.scale.quantities(at: best.point)[roles.speed]
    let isOnBound =
      speed <= problem.box.lower[roles.speed] || speed >= problem.box.upper[roles.speed]
    if isTight || isOnBound {
      for corner in corners(of: problem, roles) { _ = follow(corner) }
    }
    best.confirm(isSure && best.value <= witness + 1e-6 + 1e-9 * witness)
    return best
  }

  /// ln of the scale radii for the distance of the catalogue that bounds and prior leave room for.
  private static func scales(
    of problem: JointProblem, _ roles: HaloRoles
  ) -> ClosedRange<Double> {
    let (v, c, known) = (roles.speed, roles.concentration, problem.subject.distance)
    let (lower, upper) = (problem.box.lower, problem.box.upper)
    var (near, far) = (roles.fixedDistance / known, roles.fixedDistance / known)
    if roles.distance >= 0 {
      let d = roles.distance
      near = max(problem.value(at: 0, of: d), lower[d]) / known
      far = min(problem.value(at: 1, of: d), upper[d]) / known
    }
    let first = Elementary.log(max(lower[v] / (virialRate * upper[c] * far), 1e-6))
    let last = Elementary.log(min(upper[v] / (virialRate * lower[c] * near), 1e12))
    return first...max(first, last)
  }

  /// The corners of the bounds of a halo, with the middle of everything else.
  private static func corners(
    of problem: JointProblem, _ roles: HaloRoles
  ) -> [SIMD8<Double>] {
    let (lower, upper) = (problem.box.lower, problem.box.upper)
    return [(lower, lower), (lower, upper), (upper, lower), (upper, upper)].map { speed, other in
      var corner = problem.start(0)
      corner[roles.speed] = speed[roles.speed]
      corner[roles.concentration] = other[roles.concentration]
      return corner
    }
  }
}
