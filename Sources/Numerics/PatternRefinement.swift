/// The local searches of ``BoxMinimum``: moves to the best neighbour at distances that halve.
struct PatternRefinement {
  /// The sides of the box.
  let axes: [SearchAxis]

  /// When to stop.
  let effort: BoxMinimum.Effort

  /// The neighbours as steps of -1, 0 or 1 on each axis, in ascending order; shape `[3ⁿ − 1, n]`.
  private let directions: [[Double]]

  /// How many searches used up their calls.
  private(set) var unfinished = 0

  /// Searches in a box.
  init(axes: [SearchAxis], effort: BoxMinimum.Effort) {
    self.axes = axes
    self.effort = effort
    var directions: [[Double]] = [[]]
    for _ in axes {
      directions = directions.flatMap { direction in [-1, 0, 1].map { direction + [$0] } }
    }
    self.directions = directions.filter { $0.contains { $0 != 0 } }
  }

  /// Searches from a point of the grid.
  ///
  /// - Parameters:
  ///   - indices: Where the point lies on each axis.
  ///   - value: The function there.
  ///   - evaluate: The function.
  /// - Returns: The best point found.
  mutating func refined(
    from indices: [Int], value: Double, by evaluate: ([Double]) -> Double
  ) -> BoxMinimum.Optimum {
    var place = zip(axes, indices).map { $0.coordinate(of: $1.points(at: $0)) }
    return BoxMinimum.Optimum(point: place, value: value)
  }
}
