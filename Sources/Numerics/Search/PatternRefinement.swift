/// The local searches of ``BoxMinimum``: moves to the best neighbour, at distances that halve.
struct PatternRefinement {
  /// The sides of the box.
  let axes: [SearchAxis]

  /// When to stop.
  let effort: BoxMinimum.Effort

  /// How many searches used up their calls.
  private(set) var unfinished = 0

  /// The ends of the sides, in the coordinates in which the grids are even; shape `[axes]`.
  private let bounds: [ClosedRange<Double>]

  /// The neighbours as steps of -1, 0 or 1 on each axis, in ascending order; shape `[3ⁿ − 1, n]`.
  private let directions: [[Double]]

  /// Searches in a box.
  init(axes: [SearchAxis], effort: BoxMinimum.Effort) {
    self.axes = axes
    self.effort = effort
    bounds = axes.map { axis in
      axis.coordinate(of: axis.interval.lowerBound)...axis.coordinate(of: axis.interval.upperBound)
    }
    var directions: [[Double]] = [[]]
    for _ in axes {
      directions = directions.flatMap { direction in [-1, 0, 1].map { direction + [$0] } }
    }
    self.directions = directions.filter { $0.contains { $0 != 0 } }
  }

  /// Searches from a point of the grid.
  ///
  /// - Parameters:
  ///   - start: The point; shape `[axes]`.
  ///   - value: The function there.
  ///   - evaluate: The function at several points.
  /// - Returns: The best point found.
  mutating func refined(
    from start: [Double], value: Double, by evaluate: ([[Double]]) -> [Double]
  ) -> BoxMinimum.Optimum {
    var place = coordinates(of: start)
    var best = BoxMinimum.Optimum(point: start, value: value)
    var steps = zip(axes, bounds).map { axis, bounds in
      (bounds.upperBound - bounds.lowerBound) / Double(2 * Swift.max(axis.points.count - 1, 1))
    }
    var calls = 0
    while steps.contains(where: { $0 > effort.tolerance }) {
      var next: [Double]?
      let all = directions.compactMap { neighbour(of: place, towards: $0, steps: steps) }
      let trials = all.prefix(effort.evaluations - calls)
      calls += trials.count
      let points = trials.map(point)
      for ((trial, point), value) in zip(zip(trials, points), evaluate(points))
      where value < best.value {
        next = trial
        best = BoxMinimum.Optimum(point: point, value: value)
      }
      guard trials.count == all.count else {
        unfinished += 1
        return best
      }
      if let next { place = next } else { steps = steps.map { 0.5 * $0 } }
    }
    return best
  }

  /// The optima in order of value, without those that lie at the same place as a better one.
  ///
  /// - Parameter found: What the searches found.
  /// - Returns: The distinct ones.
  func distinct(_ found: [BoxMinimum.Optimum]) -> [BoxMinimum.Optimum] {
    let sorted = found.sorted { a, b in
      a.value < b.value || (a.value == b.value && a.point.lexicographicallyPrecedes(b.point))
    }
    var distinct: [BoxMinimum.Optimum] = []
    for optimum in sorted {
      let place = coordinates(of: optimum.point)
      let isNew = distinct.allSatisfy { other in
        zip(coordinates(of: other.point), place)
          .contains { ($0 - $1).magnitude > 4 * effort.tolerance }
      }
      if isNew { distinct.append(optimum) }
    }
    return distinct
  }

  private func coordinates(of point: [Double]) -> [Double] {
    zip(axes, point).map { $0.coordinate(of: $1) }
  }

  /// The point at a place in the box; the bounds are met exactly.
  private func point(at place: [Double]) -> [Double] {
    place.indices.map { index in
      let (axis, coordinate) = (axes[index], place[index])
      if coordinate == bounds[index].lowerBound { return axis.interval.lowerBound }
      if coordinate == bounds[index].upperBound { return axis.interval.upperBound }
      return axis.point(at: coordinate)
    }
  }

  /// The place beside a place, or nil if a bound makes it the same as that of another direction.
  private func neighbour(
    of place: [Double], towards direction: [Double], steps: [Double]
  ) -> [Double]? {
    var neighbour = place
    for index in place.indices where direction[index] != 0 {
      let next = place[index] + direction[index] * steps[index]
      neighbour[index] = Swift.min(
        Swift.max(next, bounds[index].lowerBound), bounds[index].upperBound)
      guard neighbour[index] != place[index] else { return nil }
    }
    return neighbour
  }
}
