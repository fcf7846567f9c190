import Galaxies
import Numerics
import Support
import Tables

/// The optimum of each galaxy over one axis.
///
/// `v1_bounded_brent` is the published search: it may walk onto the plateau where too few points
/// are left, which counts as 1e10, and stop at an end of the range. `v2_global` covers a grid in
/// equal ratios and refines every minimum; where the objective reaches zero at several places the
/// lowest counts.
struct GalaxyOptimum {
  private let step: OptimizeStep
  private let table: Table
  private let tables: TableSet
  private let context: StepContext

  private static let gridPoints = 401
  /// The golden sections whose places fill the lanes of a block.
  private static let sectionsOfLanes = 3
  private static let missing = 1e10
  private static let brentTolerance = 1e-5

  init(_ step: OptimizeStep, _ table: Table, _ tables: TableSet, _ context: StepContext) {
    self.step = step
    self.table = table
    self.tables = tables
    self.context = context
  }

  /// The optimum of every galaxy that has the quantity in the first cell of the grid.
  func search() -> [FoundOptimum] {
    guard let offsets = context.offsets, let axis = step.ranges.first,
      let place = offsets.axes.firstIndex(where: { $0.name == axis.axis.value })
    else { return [] }
    let first = step.objective.numbers(over: table, tables)
    let galaxies = offsets.curves.indices.filter { first[$0].isFinite }
    return context.workers.map(galaxies.count) { index in
      let galaxy = galaxies[index]
      let subject = Subject(
        step: step, offsets: offsets.of(galaxy: galaxy), axis: place, tables: tables,
        isCancelled: context.isCancelled)
      return context.method(OptimumMethods.galaxy.family) == OptimumMethods.brent
        ? brent(subject, axis)
        : global(subject, axis, zero: OptimumStatus.zero(beside: first[galaxy]))
    }
  }

  private func brent(_ subject: Subject, _ range: SearchRange) -> FoundOptimum {
    let tolerance = step.tolerance ?? Self.brentTolerance
    let found = BoundedBrent(
      of: { point in
        let value = subject.objectives([point])[0]
        return value.isFinite ? value : Self.missing
      }, in: range.lower...range.upper, tolerance: tolerance)
    // The search never visits an end; closer than its tolerance is the end.
    let near = 10 * tolerance
    let end: GridPlaces.Side? =
      found.point - range.lower < near
      ? .lower : range.upper - found.point < near ? .upper : nil
    return subject.outcome(
      found.point, status: .interior, at: end, tolerance, evaluations: found.evaluations,
      grid: nil, optima: [])
  }

  private func global(
    _ subject: Subject, _ range: SearchRange, zero: Double
  ) -> FoundOptimum {
    let axis = SearchAxis(
      range.lower...range.upper, count: step.gridPoints ?? Self.gridPoints, spacing: .logarithmic)
    let tolerance = step.tolerance ?? 1e-9
    let found = IntervalMinimum(
      ofEach: subject.objectives, along: axis, tolerance: tolerance,
      sections: Self.sectionsOfLanes)
    let zeros = found.optima.filter { $0.value.magnitude <= zero }
    let point = zeros.map(\.point).min() ?? found.point
    let end = GridPlaces.Side(of: point, from: range.lower, through: range.upper)
    let status: OptimumStatus =
      zeros.count > 1 ? .severalZeros : zeros.isEmpty && found.value > 0 ? .noZero : .interior
    // The axis is logarithmic: its tolerance is a ratio.
    return subject.outcome(
      point, status: status, at: end, tolerance * point, evaluations: found.evaluations,
      grid: (points: found.gridPoints, refinements: found.refinements),
      optima: found.optima.map {
        subject.local($0, in: range, tolerance)
      })
  }
}

/// One galaxy along one axis.
private struct Subject {
  let step: OptimizeStep
  /// The offsets of this galaxy alone.
  let offsets: OffsetComputation
  let axis: Int
  let tables: TableSet
  let isCancelled: @Sendable () -> Bool

  var sign: Double { step.isMaximum ? -1 : 1 }

  /// The table of this galaxy at points of the axis, a row for each.
  private func table(at points: [Double]) -> Table {
    let first = offsets.cells[0]
    return offsets.table(
      at: points.map { point in
        var values = first
        values[axis] = point
        return values
      })
  }

  /// The objective at several points, smaller for better; NaN where there is none.
  func objectives(_ points: [Double]) -> [Double] {
    isCancelled()
      ? points.map { _ in .nan }
      : step.objective.numbers(over: table(at: points), tables).map { sign * $0 }
  }

  /// How many points count.
  private func counts(_ points: [Double]) -> [SampleJump.Count] {
    table(at: points).values("points_used").map {
      SampleJump.Count(points: $0.isFinite ? Int($0) : nil)
    }
  }

  /// The optimum at a point; its status where it lies neither at an end nor on a jump is given.
  func outcome(
    _ point: Double, status: OptimumStatus, at end: GridPlaces.Side?, _ tolerance: Double,
    evaluations: Int, grid: (points: Int, refinements: Int)?,
    optima: [LocalOptimum]
  ) -> FoundOptimum {
    let value = objectives([point])[0]
    let known = optima.first { $0.point == [point] }.map(\.jump)
    let jump = end != nil ? nil : known ?? search(tolerance).jump(at: [point], value)
    return FoundOptimum(
      point: [point], value: sign * value,
      status: end != nil ? .atBound : jump != nil && status == .interior ? .atJump : status,
      ends: [end], jump: jump, evaluations: evaluations, grid: grid, optima: optima,
      table: table(at: [point]))
  }

  /// One of the optima along a logarithmic axis, whose tolerance is a ratio.
  func local(
    _ optimum: IntervalMinimum.Optimum, in range: SearchRange, _ tolerance: Double
  ) -> LocalOptimum {
    let end = GridPlaces.Side(of: optimum.point, from: range.lower, through: range.upper)
    return LocalOptimum(
      point: [optimum.point], value: sign * optimum.value, ends: [end],
      jump: end == nil
        ? search(tolerance * optimum.point).jump(at: [optimum.point], optimum.value) : nil)
  }

  private func search(_ tolerance: Double) -> JumpSearch {
    JumpSearch(
      ranges: step.ranges,
      reach: step.ranges.map { JumpSearch.reach(of: tolerance, in: $0) },
      counts: { counts($0.map { $0[0] }) }, objectives: { objectives($0.map { $0[0] }) },
      halvings: JumpSearch.halvingsOfLanes)
  }
}
