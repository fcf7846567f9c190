import Numerics

/// The way from the optimum of a fit to both sides of each quantity, the others refitted.
///
/// It moves in the search's coordinates, from each place on to the next with the optimum of the
/// others so far, and tries the other minima that the search knows as well. Steps aim at the levels
/// by the root of what the objective rises, which grows evenly where the objective is a parabola.
struct ProfileWalk {
  /// The rises of the objective at which the intervals end.
  private static let levels = [1.0, 4.0]
  /// The root of the last of them.
  private static let top = 2.0
  /// How much higher a minimum may be that a profile is taken to reach.
  private static let reach = 8.0
  /// How far beyond the optimum's value a lower one has to be to count.
  private static let margin = 1e-7

  /// The intervals by lane.
  private(set) var intervals: [ProfileInterval] = []
  /// The first place at which the objective is lower than at the optimum.
  private(set) var lower: SIMD8<Double>?
  /// Whether every way led to the highest level or to a bound before the work was spent.
  private(set) var isComplete = true

  /// How often the objective may be worked out, and has been.
  private static let mostEvaluations = 100_000
  private var spent = 0
  private var isSpent: Bool { spent > Self.mostEvaluations }
  /// Whether the walk ends where the objective is lower.
  private let stopsLower: Bool

  /// One place of a profile: the coordinate that is held, and the best of the others.
  private struct Place {
    let at: Double
    let rise: Double
    let point: SIMD8<Double>
  }

  private let problem: JointProblem
  private let follow: (SIMD8<Double>, ParameterBox) -> BoundedLeastSquares
  private let best: SIMD8<Double>
  private let least: Double
  /// Other minima that a profile may reach.
  private let others: [SIMD8<Double>]

  /// Walks the profiles of every free quantity.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - problem: The galaxy and the space.
  ///   - fit: The fit.
  ///   - others: Other minima that the search knows.
  ///   - stopsLower: Whether to end where a profile meets a lower objective; otherwise it counts as
  ///     no rise, and there are intervals of every quantity.
  init<Law: RotationLaw>(
    of law: Law.Type, _ problem: JointProblem, _ fit: CurveFit, _ others: RunnersUp,
    stopsLower: Bool
  ) {
    self.problem = problem
    self.stopsLower = stopsLower
    let (best, least) = (problem.coordinates(of: fit), fit.chiSquared + fit.priorTerm)
    (self.best, self.least) = (best, least)
    self.others = (0..<others.count).map { others[$0] }.filter {
      $0.value < least + Self.reach && problem.areApart($0.point, best)
    }.map(\.point)
    follow = { point, box in Law.follow(point, problem, in: box, limit: 400) }
    for lane in problem.lanes.indices {
      var interval = ProfileInterval()
      guard !fit.quantities[problem.lanes[lane]].isNaN else {
        intervals.append(interval)
        continue
      }
      let error = fit.errors[problem.lanes[lane]]
      let down = ends(of: lane, towards: -1, error: error)
      let up = ends(of: lane, towards: 1, error: error)
      (interval.lower1, interval.lower2) = (down[0], down[1])
      (interval.upper1, interval.upper2) = (up[0], up[1])
      intervals.append(interval)
      if hasEnded { return }
    }
  }

  /// Whether a lower objective ends the walk.
  private var hasEnded: Bool { stopsLower && lower != nil }

  /// The quantity at which the objective has risen by each level on one side; NaN where its bound
  /// comes first.
  private mutating func ends(of lane: Int, towards side: Double, error: Double) -> [Double] {
    let places = walk(lane, towards: side, error: error)
    return Self.levels.map { level in
      guard let after = places.firstIndex(where: { $0.rise >= level }), after > 0 else {
        return .nan
      }
      let end = crossing(of: level, lane, places[after - 1], places[after])
      var place = best
      place[lane] = end
      return problem.scale.quantities(at: place)[lane]
    }
  }

  /// Places from the optimum outward, until the highest level or the bound is met.
  private mutating func walk(_ lane: Int, towards side: Double, error: Double) -> [Place] {
    let box = problem.scale.coordinates
    let bound = side < 0 ? box.lower[lane] : box.upper[lane]
    let width = box.upper[lane] - box.lower[lane]
    var places = [Place(at: best[lane], rise: 0, point: best)]
    var step = firstStep(lane, error: error, width: width)
    while places.count < 64, !isSpent {
      let last = places[places.count - 1]
      guard last.at != bound, last.rise < Self.top * Self.top else { return places }
      var target = last.at + side * step
      if (bound - target) * side <= 0 { target = bound }
      guard target != last.at else { return places }
      let next = refit(lane, at: target, from: [last.point])
      places.append(next)
      if hasEnded { return places }
      // The root grows by three quarters with each step, and ends a little beyond the last level.
      let root = max(0, next.rise).squareRoot()
      let slope = (root - max(0, last.rise).squareRoot()) / (next.at - last.at).magnitude
      let wanted = min(root + 0.75, Self.top + 0.05) - root
      step = slope > 0 ? min(max(wanted / slope, 0.25 * step), 3 * step) : 2 * step
    }
    isComplete = false
    return places
  }

  /// The first step: half an error, or a part of the range where there is none.
  private func firstStep(_ lane: Int, error: Double, width: Double) -> Double {
    let slope = problem.scale.slopes(at: problem.scale.quantities(at: best))[lane]
    let step = error > 0 && slope > 0 ? 0.5 * error / slope : 0.01 * width
    return min(max(step, 1e-6 * width), 0.1 * width)
  }

  /// The best of the others with one coordinate held, from some starts and the other minima.
  private mutating func refit(
    _ lane: Int, at value: Double, from starts: [SIMD8<Double>]
  ) -> Place {
    let whole = problem.scale.coordinates
    var free = whole.free
    free.remove(lane)
    let box = ParameterBox(lower: whole.lower, upper: whole.upper, free: free)
    var found: (point: SIMD8<Double>, value: Double)?
    for start in starts + others {
      var start = start
      start[lane] = value
      let search = follow(start, box)
      spent += search.evaluations
      if search.value < found?.value ?? .infinity { found = (search.point, search.value) }
    }
    var place = starts[0]
    place[lane] = value
    let end = found ?? (place, .infinity)
    if end.value < least - Self.margin * max(1, least), lower == nil { lower = end.point }
    return Place(at: value, rise: end.value - least, point: end.point)
  }

  /// Where a profile crosses a level between two of its places.
  ///
  /// By false position on the root of the rise, halving where that stays on one side, to 1e-6 of
  /// the level or 1e-9 of the way.
  private mutating func crossing(
    of level: Double, _ lane: Int, _ below: Place, _ above: Place
  ) -> Double {
    let goal = level.squareRoot()
    var (low, high) = (below, above)
    let way = (above.at - below.at).magnitude
    var sameSide = 0
    for _ in 0..<60 {
      guard (high.at - low.at).magnitude > 1e-9 * way, !isSpent else { break }
      let (a, b) = (max(0, low.rise).squareRoot() - goal, max(0, high.rise).squareRoot() - goal)
      let fraction = sameSide.magnitude < 3 && b > a ? min(max(-a / (b - a), 0.02), 0.98) : 0.5
      let next = refit(
        lane, at: low.at + fraction * (high.at - low.at), from: [low.point, high.point])
      if hasEnded { break }
      if (next.rise - level).magnitude <= 1e-6 * level { return next.at }
      if next.rise < level {
        low = next
        sameSide = sameSide > 0 ? 1 : sameSide - 1
      } else {
        high = next
        sameSide = sameSide < 0 ? -1 : sameSide + 1
      }
      if sameSide.magnitude >= 4 { sameSide = 0 }
    }
    return high.at
  }
}

extension JointProblem {
  /// Whether two places of the search's coordinates differ by more than a part of the ranges.
  fileprivate func areApart(_ one: SIMD8<Double>, _ other: SIMD8<Double>) -> Bool {
    let box = scale.coordinates
    return lanes.indices.contains {
      (one[$0] - other[$0]).magnitude > 0.02 * (box.upper[$0] - box.lower[$0])
    }
  }
}
