import Numerics

/// The points of a curve as a scan over nodes looks at them.
struct NodePoints {
  let all: [CurvePoint]
  let hasBulge: Bool
  /// The points at which the baryons can pull outward within what a search may reach, the strongest
  /// first.
  let outward: [Int]
  /// Whether a point may be without speed; shape `[points]`.
  let canBeStill: [Bool]

  init(_ problem: JointProblem, _ roles: HaloRoles) {
    all = problem.subject.points
    hasBulge = problem.subject.has.upsilonBulge
    let ranges = (0..<3).map { problem.reach(of: roles.ratios[$0], fixed: roles.fixedRatios[$0]) }
    let pulls = all.map { point in
      zip(ranges, [point.gas, point.disk, point.bulge]).reduce(0) { sum, part in
        sum + min(part.0.lowerBound * part.1, part.0.upperBound * part.1)
      }
    }
    let points = all
    // By the strength of a halo with a core or a cusp that would hold them.
    outward = points.indices.filter { pulls[$0] < 0 }.sorted { one, other in
      let (first, second) = (pulls[one] * points[other].radius, pulls[other] * points[one].radius)
      return first == second ? one < other : first < second
    }
    var canBeStill = points.map { $0.radius == 0 }
    for i in outward { canBeStill[i] = true }
    self.canBeStill = canBeStill
  }
}

extension JointProblem {
  /// The values of a quantity within bounds and five standard deviations of its prior.
  fileprivate func reach(of lane: Int, fixed: Double) -> ClosedRange<Double> {
    guard lane >= 0 else { return fixed...fixed }
    let (low, high) = (box.lower[lane], box.upper[lane])
    let range: (Double, Double) =
      switch priors[lane] {
      case .uniform, .logUniform: (low, high)
      case .normal(let mean, let sigma): (mean - 5 * sigma, mean + 5 * sigma)
      case .lognormal(let median, let dex):
        (median * Elementary.exp10(-5 * dex), median * Elementary.exp10(5 * dex))
      }
    let least = min(max(range.0, low), high)
    return least...max(least, min(range.1, high))
  }
}
