import Numerics

extension RotationLaw {
  /// Looks for the smallest χ² with its priors over law and galaxy together.
  ///
  /// Each of many starts is followed for a few steps, and the best of them to their ends. A law
  /// with a direct way to its own optimum starts there for the baryons of every other start. The
  /// best value has to be reached from two starts; if it is not, a second and larger set of starts
  /// is followed. Where totals of a law that adds in quadrature can pass zero, there are minima on
  /// either side, and every piece that starts lie in is searched (see ``pieces(_:within:)``).
  ///
  /// - Parameters:
  ///   - problem: The galaxy and the space.
  ///   - bounds: The bounds of the law's parameters.
  /// - Returns: The best place, in the search's coordinates, and whether several starts agree on
  ///   it.
  static func search(_ problem: JointProblem, within bounds: LawBounds) -> JointOptimum {
    var best = JointOptimum(at: problem.scale.coordinates(of: problem.start(0)))
    var first = 0
    for start in pieces(problem, within: bounds) {
      best.note(follow(start, problem, limit: 1000))
    }
    for perQuantity in [12, 48] {
      var pool = StartPool()
      let next = first + perQuantity * max(1, problem.lanes.count)
      for place in first..<next {
        let begin = start(place, problem, within: bounds)
        let short = follow(problem.scale.coordinates(of: begin), problem, limit: 6)
        pool.insert(short.point, short.value)
      }
      for position in 0..<pool.count {
        best.note(follow(pool[position].point, problem, limit: 1000))
      }
      let found = problem.scale.quantities(at: best.point)
      if let again = directStart(at: found, problem, within: bounds) {
        let search = follow(problem.scale.coordinates(of: again), problem, limit: 1000)
        if search.value < best.value { best.note(search) }
      }
      if best.isConfirmed || problem.lanes.count == 0 { break }
      first = next
    }
    return best
  }

  /// Follows one place of the search's coordinates downhill.
  static func follow(
    _ point: SIMD8<Double>, _ problem: JointProblem, limit: Int
  ) -> BoundedLeastSquares {
    follow(point, problem, in: problem.scale.coordinates, limit: limit)
  }

  /// Follows one place downhill in a part of the search's coordinates.
  static func follow(
    _ point: SIMD8<Double>, _ problem: JointProblem, in box: ParameterBox, limit: Int
  ) -> BoundedLeastSquares {
    let scale = problem.scale
    return BoundedLeastSquares(from: point, in: box, limit: limit) { place in
      let values = scale.quantities(at: place)
      var sum = sum(over: problem, at: problem.quantities(at: values))
      sum.scale(by: scale.slopes(at: values))
      return sum
    }
  }

  /// One start of a search, by lane.
  static func start(
    _ place: Int, _ problem: JointProblem, within bounds: LawBounds
  ) -> SIMD8<Double> {
    let spread = problem.start(place)
    if place % 2 == 1 { return spread }
    return directStart(at: spread, problem, within: bounds) ?? spread
  }

  /// The same galaxy with the parameters that are best for its baryons, for a law that has a direct
  /// way to them.
  private static func directStart(
    at values: SIMD8<Double>, _ problem: JointProblem, within bounds: LawBounds
  ) -> SIMD8<Double>? {
    var start = problem.quantities(at: values)
    let curve = ScaledCurve(problem.subject, at: start.galaxy)
    let best = curve.withPoints { optimum(of: $0, in: curve.galaxy, within: bounds) }
    guard let best else { return nil }
    for i in 0..<ParameterVector.capacity where !best[i].isNaN { start.law[i] = best[i] }
    return problem.lanes.lanes(of: start)
  }
}
