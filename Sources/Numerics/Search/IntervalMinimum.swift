/// The global minimum of a function on an interval, found on a grid and refined.
///
/// The function may jump and may be flat in places. It is called at every point of the grid; each
/// point that no neighbour undercuts is then refined by golden sections between its neighbours, in
/// a bracket whose inner point is never worse than its ends, so that a jump does no harm. Of a run
/// of equal values both ends are refined.
///
/// A minimum is missed if it lies, with its whole valley, between two points of the grid, or shares
/// a bracket with another. One at a jump is seen only if the jump outweighs the slope over a
/// spacing: where there are many jumps, the grid has to be fine.
///
/// A value that is not finite counts as the worst, +∞. Among equal values the smallest point wins.
/// The calls, and so the result, are the same on every processor.
///
/// Public, not package, so that other modules can specialise it for their closures.
///
/// - SeeAlso: Kiefer 1953, Proceedings of the American Mathematical Society 4, 502, for the golden
///   section.
public struct IntervalMinimum: Equatable, Sendable {
  /// A place that nothing near it undercuts.
  public struct Optimum: Equatable, Sendable {
    /// Where it is.
    public let point: Double

    /// The function there.
    public let value: Double

    /// A place and the function there.
    @inlinable
    public init(point: Double, value: Double) {
      (self.point, self.value) = (point, value)
    }
  }

  /// The point with the smallest value of all that were visited; the lower end if none is finite.
  public let point: Double

  /// The function there; +∞ if no value is finite.
  public let value: Double

  /// How many points the grid had.
  public let gridPoints: Int

  /// How many points of the grid were refined.
  public let refinements: Int

  /// How many values of the function the search went by.
  public let evaluations: Int

  /// The distinct local minima, the smallest value first, then the smallest point.
  ///
  /// Two count as one if they lie within twice the tolerance of each other, or if they are the ends
  /// of one run of equal values that refinement did not lower.
  public let optima: [Optimum]

  /// Searches an interval.
  ///
  /// - Parameters:
  ///   - function: The function; it may jump.
  ///   - axis: The interval and its grid.
  ///   - tolerance: The width of the bracket in which a refinement ends: a difference on a linear
  ///     axis, a ratio less one on a logarithmic axis. A smooth minimum is not sharper than about
  ///     1e-8 of its width.
  /// - Precondition: The tolerance is not negative.
  /// - Complexity: One call per point of the grid, and per refinement 1.44 log₂(spacing /
  ///   tolerance).
  @inlinable
  public init(of function: (Double) -> Double, along axis: SearchAxis, tolerance: Double = 1e-9) {
    self.init(ofEach: { $0.map(function) }, along: axis, tolerance: tolerance)
  }

  /// Searches an interval with a function that is asked of all points of the grid at once.
  ///
  /// - Parameters:
  ///   - function: The function at some points; it may jump.
  ///   - axis: The interval and its grid.
  ///   - tolerance: The width of the bracket in which a refinement ends.
  ///   - sections: How many golden sections the function is asked of at once: all places that they
  ///     may lead to, which is of use where a few take no longer than one.
  /// - Precondition: The tolerance is not negative, and there is a section.
  @inlinable
  public init(
    ofEach function: ([Double]) -> [Double], along axis: SearchAxis, tolerance: Double,
    sections: Int = 1
  ) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    precondition(sections > 0, "a search goes on by sections")
    func evaluate(_ points: [Double]) -> [Double] {
      function(points).map { $0.isFinite ? $0 : .infinity }
    }
    let points = axis.points
    let values = evaluate(points)
    var evaluations = points.count
    var found: [Optimum] = []
    var refinements = 0
    for run in Self.lowRuns(values) {
      var refined: [Optimum] = []
      let ends = [run.lowerBound, run.upperBound]
      for index in run.count == 1 ? ends.dropLast() : ends[...] {
        refinements += 1
        let (optimum, count) = Self.refined(
          points[index], value: values[index],
          between: points[Swift.max(index - 1, 0)],
          and: points[Swift.min(index + 1, points.count - 1)], along: axis, tolerance: tolerance,
          sections: sections, by: evaluate)
        refined.append(optimum)
        evaluations += count
      }
      let isFlat = refined.allSatisfy { $0.value == values[run.lowerBound] }
      found += isFlat ? Array(refined.prefix(1)) : refined
    }
    let optima = Self.distinct(found, along: axis, tolerance: tolerance)
    self.point = optima.first?.point ?? axis.interval.lowerBound
    self.value = optima.first?.value ?? .infinity
    self.gridPoints = points.count
    self.refinements = refinements
    self.evaluations = evaluations
    self.optima = optima
  }

  /// The runs of equal finite values with nothing lower beside them.
  ///
  /// - Parameter values: The function on the grid.
  /// - Returns: The first and last index of each run, in ascending order.
  @usableFromInline
  static func lowRuns(_ values: [Double]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start = 0
    while start < values.count {
      var end = start
      while end + 1 < values.count && values[end + 1] == values[start] { end += 1 }
      let isLow =
        (start == 0 || values[start - 1] > values[start])
        && (end + 1 == values.count || values[end + 1] > values[start])
      if isLow && values[start].isFinite { runs.append(start...end) }
      start = end + 1
    }
    return runs
  }

  /// Narrows a bracket around a point by golden sections of its larger side.
  ///
  /// - Parameters:
  ///   - point: The inner point.
  ///   - value: The function there, not above that at the ends.
  ///   - lower: The lower end; the point itself at the end of the axis.
  ///   - upper: The upper end; the point itself at the end of the axis.
  ///   - axis: The interval.
  ///   - tolerance: The width at which to stop.
  ///   - sections: How many sections the function is asked of at once.
  ///   - evaluate: The function at some points.
  /// - Returns: The best point, among equal ones the smallest, and how many values led there.
  @inlinable
  static func refined(
    _ point: Double, value: Double, between lower: Double, and upper: Double,
    along axis: SearchAxis, tolerance: Double, sections: Int, by evaluate: ([Double]) -> [Double]
  ) -> (best: Optimum, count: Int) {
    var bracket = GoldenBracket(
      low: axis.coordinate(of: lower), middle: axis.coordinate(of: point),
      high: axis.coordinate(of: upper))
    var (best, count) = (Optimum(point: point, value: value), 0)
    var (trials, known) = ([Double](), [Optimum]())
    while bracket.width > tolerance, bracket.canNarrow {
      if !trials.contains(bracket.trial) {
        trials = bracket.trials(sections)
        let points = trials.map(axis.point)
        known = zip(points, evaluate(points)).map { Optimum(point: $0, value: $1) }
      }
      guard let next = trials.firstIndex(of: bracket.trial).map({ known[$0] }) else { break }
      count += 1
      // A tie goes to the lower side.
      let isTaken = bracket.isAbove ? next.value < best.value : next.value <= best.value
      if isTaken { best = next }
      bracket = bracket.narrowed(to: isTaken)
    }
    return (best, count)
  }

  /// The optima in order of value, without those that lie at the same place as a better one.
  ///
  /// - Parameters:
  ///   - found: The refined points of the grid.
  ///   - axis: The interval.
  ///   - tolerance: That of the refinement.
  /// - Returns: The distinct ones.
  @usableFromInline
  static func distinct(
    _ found: [Optimum], along axis: SearchAxis, tolerance: Double
  ) -> [Optimum] {
    var distinct: [Optimum] = []
    for optimum in found.sorted(by: { ($0.value, $0.point) < ($1.value, $1.point) }) {
      let place = axis.coordinate(of: optimum.point)
      let isNew = distinct.allSatisfy {
        (axis.coordinate(of: $0.point) - place).magnitude > 2 * tolerance
      }
      if isNew { distinct.append(optimum) }
    }
    return distinct
  }
}
