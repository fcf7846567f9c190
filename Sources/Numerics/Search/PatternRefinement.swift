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

  /// Searches from points of the grid, side by side.
  ///
  /// At each turn the function is asked of all their neighbours at once. No search depends on the
  /// others.
  ///
  /// - Parameters:
  ///   - starts: The points with the function there.
  ///   - evaluate: The function at several points.
  /// - Returns: The best point that each search found.
  mutating func refined(
    from starts: [BoxMinimum.Optimum], by evaluate: ([[Double]]) -> [Double]
  ) -> [BoxMinimum.Optimum] {
    let steps = zip(axes, bounds).map { axis, bounds in
      (bounds.upperBound - bounds.lowerBound) / Double(2 * Swift.max(axis.points.count - 1, 1))
    }
    var searches = starts.map { Search(place: coordinates(of: $0.point), best: $0, steps: steps) }
    while true {
      let open = searches.indices.filter { isOpen(searches[$0]) }
      guard !open.isEmpty else { break }
      let sets = open.map { trials(of: searches[$0]) }
      var values = evaluate(sets.flatMap { $0.map(point) })[...]
      for (index, trials) in zip(open, sets) {
        take(trials, Array(values.prefix(trials.count)), into: &searches[index])
        values = values.dropFirst(trials.count)
      }
    }
    unfinished += searches.count { $0.isUsedUp }
    return searches.map(\.best)
  }

  /// One search on its way.
  private struct Search {
    var place: [Double]
    var best: BoxMinimum.Optimum
    var steps: [Double]
    var calls = 0
    /// Whether it ended because its calls were used up.
    var isUsedUp = false
  }

  private func isOpen(_ search: Search) -> Bool {
    !search.isUsedUp && search.steps.contains { $0 > effort.tolerance }
  }

  /// The places to be looked at next.
  private func neighbours(of search: Search) -> [[Double]] {
    directions.compactMap { neighbour(of: search.place, towards: $0, steps: search.steps) }
  }

  private func trials(of search: Search) -> [[Double]] {
    Array(neighbours(of: search).prefix(effort.evaluations - search.calls))
  }

  /// Moves a search to the best of some places while that is lower, or halves its steps.
  private func take(_ trials: [[Double]], _ values: [Double], into search: inout Search) {
    search.isUsedUp = trials.count < neighbours(of: search).count
    search.calls += trials.count
    var next: [Double]?
    for (trial, value) in zip(trials, values) where value < search.best.value {
      next = trial
      search.best = BoxMinimum.Optimum(point: point(at: trial), value: value)
    }
    if let next {
      search.place = next
    } else {
      search.steps = search.steps.map { 0.5 * $0 }
    }
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
