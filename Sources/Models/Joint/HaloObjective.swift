import Numerics

/// χ² and −2 ln of the priors of a halo whose galaxy may be free, with exact second derivatives in
/// the coordinates of a search.
struct HaloObjective<Law: HaloLaw> {
  let problem: JointProblem
  let roles: HaloRoles
  let points: HaloPoints

  /// `nil` where a parameter of the halo is fixed, or zero may be its speed.
  init?(_ problem: JointProblem) {
    guard let roles = HaloRoles(problem, parameters: Law.card.parameters.count),
      problem.box.lower[roles.speed] > 0
    else { return nil }
    (self.problem, self.roles) = (problem, roles)
    points = HaloPoints(problem.subject, massPower: Law.massPower)
  }

  /// The numbers of the formulas at some values by lane.
  struct Numbers {
    let speed: Double
    let concentration: Double
    /// D / D₀.
    let length: Double
    /// sin²i / sin²i₀, and the derivative of its root's logarithm by i.
    let projection: Double
    let tilt: Double
    let gas: Double
    let disk: Double
    let bulge: Double
  }

  @inline(__always)
  func numbers(_ values: SIMD8<Double>) -> Numbers {
    let angle = roles.inclination(values) * .radiansPerDegree
    let sine = Elementary.sin(angle)
    let projection = sine / problem.subject.sine
    return Numbers(
      speed: values[roles.speed], concentration: max(values[roles.concentration], 1e-280),
      length: roles.distance(values) / problem.subject.distance,
      projection: projection * projection,
      tilt: Elementary.cos(angle) / sine * .radiansPerDegree,
      gas: roles.ratio(0, values), disk: roles.ratio(1, values), bulge: roles.ratio(2, values))
  }

  /// The function with its derivatives at a place of the search's coordinates.
  @inline(__always)
  func sum(at place: SIMD8<Double>) -> NewtonSum {
    let values = problem.scale.quantities(at: place)
    let first = problem.scale.slopes(at: values)
    let at = numbers(values)
    let power = Double(Law.massPower)
    let whole = Law.profile(at: at.concentration, shape: roles.shape)
    let ratio = Law.virialRate * at.length / at.speed
    let start = Law.massPower == 3 ? ratio * ratio : ratio
    let light = at.projection * at.length
    let factors = SIMD4(light * at.gas, light * at.disk, light * at.bulge, 0)
    let squares = HaloSquares(
      Law.self, shape: roles.shape, points,
      front: at.projection * (at.speed * at.speed) * start / whole.value,
      rate: at.concentration * ratio, factors: factors)

    var sum = NewtonSum()
    sum.value = squares.chiSquared
    let descent = squares.descent
    // The five numbers by each lane, and half of what their second derivatives add.
    var ways = [8 of SIMD8<Double>](repeating: .zero)
    let lanes = problem.lanes
    let all = SIMD8(0, 0, factors[0], factors[1], factors[2], 0, 0, 0)
    // Half the slopes uphill by ln γ + ln δ + ln β together.
    let pullOfBaryons = (descent * all).sum()

    let (v, c) = (roles.speed, roles.concentration)
    let isLog = problem.scale.isLogarithmic
    let bySpeed = first[v] / at.speed
    ways[v] = SIMD8((3 - power) * bySpeed, -bySpeed, 0, 0, 0, 0, 0, 0)
    let speedBend = (isLog(v) ? bySpeed : 0) - bySpeed * bySpeed
    sum.curvature[v][v] -= ((3 - power) * descent[0] - descent[1]) * speedBend
    let byConcentration = first[c] / at.concentration
    ways[c] = SIMD8(-whole.slope * byConcentration, byConcentration, 0, 0, 0, 0, 0, 0)
    // Where c200 is next to nothing the differences have no digits.
    let safe = first[c] / max(at.concentration, 1e-6 * first[c])
    let concentrationBend = (isLog(c) ? byConcentration : 0) - byConcentration * safe
    sum.curvature[c][c] -=
      (descent[1] - whole.slope * descent[0]) * concentrationBend
      - descent[0] * whole.bend * (byConcentration * safe)
    for component in 0..<3 where roles.ratios[component] >= 0 {
      let lane = roles.ratios[component]
      ways[lane][2 + component] = light * first[lane]
      if isLog(lane) { sum.curvature[lane][lane] -= descent[2 + component] * light * first[lane] }
    }
    let d = roles.distance
    var byDistance = 0.0
    if d >= 0 {
      byDistance = first[d] / roles.distance(values)
      ways[d] = byDistance * (all + SIMD8(power - 1, 1, 0, 0, 0, 0, 0, 0))
      let bend = (isLog(d) ? byDistance : 0) - byDistance * byDistance
      sum.curvature[d][d] -=
        ((power - 1) * descent[0] + descent[1]) * bend
        + pullOfBaryons * (bend + byDistance * byDistance)
    }
    let i = roles.inclination
    let byTilt = 2 * at.tilt
    if i >= 0 {
      ways[i] = byTilt * (all + SIMD8(1, 0, 0, 0, 0, 0, 0, 0))
      let turn = Double.radiansPerDegree * Double.radiansPerDegree
      // (ln sin i)'' = −1 − cot²
      let bend = -2 * (turn + at.tilt * at.tilt)
      sum.curvature[i][i] -= descent[0] * bend + pullOfBaryons * (bend + byTilt * byTilt)
    }
    if d >= 0, i >= 0 {
      let mixed = pullOfBaryons * byDistance * byTilt
      sum.curvature[d][i] -= mixed
      sum.curvature[i][d] -= mixed
    }
    for component in 0..<3 where roles.ratios[component] >= 0 {
      let lane = roles.ratios[component]
      let own = descent[2 + component] * light * first[lane]
      if d >= 0 {
        sum.curvature[d][lane] -= own * byDistance
        sum.curvature[lane][d] -= own * byDistance
      }
      if i >= 0 {
        sum.curvature[i][lane] -= own * byTilt
        sum.curvature[lane][i] -= own * byTilt
      }
    }
    for lane in lanes.indices {
      let way = ways[lane]
      var image = SIMD8<Double>.zero
      for k in 0..<5 where way[k] != 0 { image += way[k] * squares.slopes[k] }
      sum.scale[lane] = (image * way).sum()
      sum.descent[lane] = (descent * way).sum()
      // What the second derivatives of V² by a and b add.
      image[0] -= squares.bends[0] * way[0] + squares.bends[1] * way[1]
      image[1] -= squares.bends[1] * way[0] + squares.bends[2] * way[1]
      for other in lanes.indices { sum.curvature[lane][other] += (image * ways[other]).sum() }
    }
    addPriors(to: &sum, values, first)
    return sum
  }

  @inline(__always)
  private func addPriors(
    to sum: inout NewtonSum, _ values: SIMD8<Double>, _ first: SIMD8<Double>
  ) {
    for lane in problem.lanes.indices where !problem.priors[lane].isFlat {
      let prior = problem.priors[lane]
      let residual = prior.residual(values[lane])
      let slope = residual.slope * first[lane]
      var bend = problem.scale.isLogarithmic(lane) ? slope : 0
      if case .lognormal = prior { bend -= slope * (first[lane] / values[lane]) }
      sum.value += residual.value * residual.value
      sum.descent[lane] -= residual.value * slope
      sum.scale[lane] += slope * slope
      sum.curvature[lane][lane] += slope * slope + residual.value * bend
    }
  }
}
