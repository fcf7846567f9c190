/// The global minimum of a function of a few variables in a box, found on a grid and refined.
///
/// The function may jump and may be flat in places. It is called at every point of the product
/// grid; points of equal value that touch, also diagonally, form one patch, and a patch that
/// nothing beside it undercuts is a candidate. The best candidates are refined from their first
/// point by a search that looks at all 3ⁿ − 1 neighbours at a distance, moves to the best of them
/// while that is lower, and halves the distance otherwise. It starts at half the spacing of the
/// grid, stays in the box and never accepts a worse point, so that a jump does no harm.
///
/// A minimum is missed if its whole valley lies between the points of the grid, or if it is none of
/// the best candidates. One at a jump is seen only if the jump outweighs the slope over a spacing:
/// where there are many jumps, the grid has to be fine.
///
/// A value that is not finite counts as the worst, +∞. Of equal optima the one with the smallest
/// first coordinate wins, then the second, and so on. The calls, and so the result, are the same
/// on every processor.
///
/// - SeeAlso: Torczon 1997, SIAM Journal on Optimization 7, 1, for pattern searches.
package struct BoxMinimum: Equatable, Sendable {
  /// A place that nothing near it undercuts.
  package struct Optimum: Equatable, Sendable {
    /// Where it is; shape `[axes]`.
    package let point: [Double]

    /// The function there.
    package let value: Double
  }

  /// The point with the smallest value of all that were visited; the lower corner if none is
  /// finite; shape `[axes]`.
  package let point: [Double]

  /// The function there; +∞ if no value is finite.
  package let value: Double

  /// How many points the grid had.
  package let gridPoints: Int

  /// How many patches of the grid nothing beside them undercuts.
  package let candidates: Int

  /// How many candidates were refined.
  package let refinements: Int

  /// How many refinements ended because their calls were used up.
  package let unfinishedRefinements: Int

  /// How many times the function was called.
  package let evaluations: Int

  /// The distinct local minima among the refined ones, the smallest value first, then by point.
  ///
  /// Two count as one if they lie within four times the tolerance of each other on every axis.
  package let optima: [Optimum]

  /// How far a search refines.
  package struct Effort: Equatable, Sendable {
    /// How many candidates to refine, the best first, of equal ones the first on the grid.
    package var refinements: Int

    /// The distance at which a refinement ends: a difference on a linear axis, a ratio less one on
    /// a logarithmic one.
    package var tolerance: Double

    /// How many calls a refinement may make.
    package var evaluations: Int

    /// By default the best eight, to a millionth.
    package init(refinements: Int = 8, tolerance: Double = 1e-6, evaluations: Int = 10_000) {
      precondition(refinements >= 1 && tolerance > 0, "a search refines something to somewhere")
      (self.refinements, self.tolerance) = (refinements, tolerance)
      self.evaluations = evaluations
    }
  }

  /// Searches a box.
  ///
  /// - Parameters:
  ///   - function: The function; it may jump.
  ///   - axes: The sides of the box and their grids, one to three.
  ///   - effort: How far to refine.
  /// - Precondition: There is at least one axis.
  package init(
    of function: ([Double]) -> Double, along axes: [SearchAxis], effort: Effort = Effort()
  ) {
    self.init(ofEach: { $0.map(function) }, along: axes, effort: effort)
  }

  /// Searches a box with a function that is asked of many points at once, so that they can be
  /// shared out.
  ///
  /// - Parameters:
  ///   - function: The function at points of shape `[points][axes]`; it may jump.
  ///   - axes: The sides of the box and their grids, one to three.
  ///   - effort: How far to refine.
  /// - Precondition: There is at least one axis.
  /// - Complexity: One call per point of the grid, and per refinement at least 3ⁿ − 1 for each bit
  ///   of spacing / tolerance.
  package init(
    ofEach function: ([[Double]]) -> [Double], along axes: [SearchAxis], effort: Effort
  ) {
    precondition(!axes.isEmpty, "a box has at least one side")
    var evaluations = 0
    func evaluate(_ points: [[Double]]) -> [Double] {
      evaluations += points.count
      return function(points).map { $0.isFinite ? $0 : .infinity }
    }
    let grid = ProductGrid(shape: axes.map(\.points.count))
    func gridPoint(_ place: Int) -> [Double] {
      zip(axes, grid.indices(of: place)).map { $0.points[$1] }
    }
    let values = evaluate((0..<grid.count).map(gridPoint))
    let candidates = grid.lowPatches(values)
      .sorted { (values[$0], $0) < (values[$1], $1) }
    var search = PatternRefinement(axes: axes, effort: effort)
    let found = search.refined(
      from: candidates.prefix(effort.refinements).map {
        Optimum(point: gridPoint($0), value: values[$0])
      }, by: evaluate)
    optima = search.distinct(found)
    point = optima.first?.point ?? axes.map(\.interval.lowerBound)
    value = optima.first?.value ?? .infinity
    gridPoints = grid.count
    self.candidates = candidates.count
    refinements = found.count
    unfinishedRefinements = search.unfinished
    self.evaluations = evaluations
  }
}
