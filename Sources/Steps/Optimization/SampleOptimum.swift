import Numerics
import Support
import Tables

/// The optimum of a quantity of the whole sample over up to three axes.
///
/// `v1_nelder_mead` is the published simplex, which stops in a local optimum; `v2_global` covers a
/// grid and refines its best minima.
struct SampleOptimum {
  private let step: OptimizeStep
  private let tables: TableSet
  private let context: StepContext
  /// The tables that the step names, looked up once and not at every point.
  private let mentioned: [String]
  /// What works the table out at several points at once, where that can be.
  private let cells: PointFits?

  /// How fine the grid is by default: a jump of the objective hides what is narrower.
  private static let gridPoints = [1: 1001, 2: 101, 3: 21]
  private static let simplexTolerance = 1e-4
  /// A search that comes this close to an end of a range is there, as a fraction of the range.
  private static let nearness = 1e-6

  init(_ step: OptimizeStep, _ tables: TableSet, _ context: StepContext) {
    self.step = step
    self.tables = tables
    self.context = context
    mentioned = step.mentionedTables
    cells = PointFits(step, tables, context)
  }

  func search() -> FoundOptimum {
    context.method(OptimumMethods.sample.family) == OptimumMethods.simplex
      ? simplex() : global()
  }

  private var sign: Double { step.isMaximum ? -1 : 1 }

  /// The axes at a point.
  private func values(at point: [Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(step.ranges.map(\.axis.value), point))
  }

  /// The table of the step at a point of the axes.
  private func table(at point: [Double]) -> Table? {
    context.table(step.input.value, at: values(at: point), tables)
  }

  /// The objective at several points, smaller for better; NaN where there is none.
  private func objectives(_ points: [[Double]]) -> [Double] {
    guard let cells else { return context.workers.map(points.count) { objective(points[$0]) } }
    var values = [Double](repeating: .nan, count: points.count)
    let inside = points.indices.filter { isInside(points[$0]) }
    let parts = inside.inParts(of: OffsetComputation.cellsPerPart(of: inside.count))
    let found = context.workers.map(parts.count) { part in
      context.isCancelled() ? [] : cells.objectives(parts[part].map { points[$0] })
    }
    for (part, found) in zip(parts, found) {
      for (index, value) in zip(part, found) { values[index] = sign * value }
    }
    return values
  }

  private func isInside(_ point: [Double]) -> Bool {
    zip(point, step.ranges).allSatisfy { $0 >= $1.lower && $0 <= $1.upper }
  }

  /// The objective at a point.
  private func objective(_ point: [Double]) -> Double {
    guard isInside(point), !context.isCancelled(), let table = table(at: point),
      table.rowCount == 1
    else { return .nan }
    let others = context.tables(mentioned: mentioned, at: values(at: point), tables)
    return sign * step.objective.numbers(over: table, others)[0]
  }

  /// How much takes part at several points: the rows that the table tells of or else the galaxies
  /// with an offset, and the points that offsets are measured at.
  private func counts(_ points: [[Double]]) -> [SampleJump.Count] {
    cells?.counts(points) ?? points.map(count)
  }

  private func count(_ point: [Double]) -> SampleJump.Count {
    let row = table(at: point)
    let told = ["n", "count"].lazy.compactMap { name in
      // A filter that takes every row leaves none to tell of.
      row?.schema[name]?.kind == .integer ? row?[name].map { $0.first ?? 0 } : nil
    }.first
    let offsets =
      context.offsets == nil
      ? nil : context.table(TableName.offsets, at: values(at: point), tables)
    let points = offsets?["points_used"]?.filter(\.isFinite)
    return SampleJump.Count(
      rows: told.flatMap { $0.isFinite ? Int($0) : nil } ?? points?.count,
      points: points.map { Int($0.reduce(0, +)) })
  }

  private func simplex() -> FoundOptimum {
    let start = step.ranges.map { range in
      step.start?.values.first { $0.key.value == range.axis.value }?.value.value
        ?? (range.lower + range.upper) / 2
    }
    let tolerance = step.tolerance ?? Self.simplexTolerance
    let found = NelderMead(
      of: { objectives([$0])[0] }, from: start, limits: .init(point: tolerance))
    // The search never visits an end; closer than its tolerance is the end.
    return outcome(
      found.point, found.value, tolerance, nearness: tolerance, evaluations: found.evaluations,
      grid: nil, optima: [])
  }

  private func global() -> FoundOptimum {
    let axes = step.ranges.map {
      SearchAxis(
        $0.lower...$0.upper, count: step.gridPoints ?? Self.gridPoints[step.ranges.count] ?? 3)
    }
    var effort = BoxMinimum.Effort()
    effort.tolerance = step.tolerance ?? effort.tolerance
    let found = BoxMinimum(ofEach: objectives, along: axes, effort: effort)
    return outcome(
      found.point, found.value, effort.tolerance, nearness: 0, evaluations: found.evaluations,
      grid: (points: found.gridPoints, refinements: found.refinements),
      optima: found.optima.map { ($0.point, $0.value) })
  }

  private func outcome(
    _ point: [Double], _ value: Double, _ tolerance: Double, nearness: Double,
    evaluations: Int, grid: (points: Int, refinements: Int)?,
    optima: [(point: [Double], value: Double)]
  ) -> FoundOptimum {
    let search = JumpSearch(
      ranges: step.ranges,
      reach: step.ranges.map { JumpSearch.reach(of: tolerance, in: $0) }, counts: { counts($0) },
      objectives: { objectives($0) }, halvings: cells == nil ? 1 : JumpSearch.halvingsOfLanes)
    let known = context.workers.map(optima.count) { index in
      let (place, value) = optima[index]
      return LocalOptimum(
        point: place, value: sign * value, ends: self.ends(at: place, nearness),
        jump: search.jump(at: place, value))
    }
    guard value.isFinite else {
      return FoundOptimum(
        point: point.map { _ in .nan }, value: .nan, status: .noValue, ends: [], jump: nil,
        evaluations: evaluations, grid: grid, optima: known, table: table(at: point))
    }
    let ends = self.ends(at: point, nearness)
    let jump =
      known.first.map { $0.point == point } == true
      ? known[0].jump : search.jump(at: point, value)
    let isAtEnd = ends.contains { $0 != nil }
    return FoundOptimum(
      point: point, value: sign * value,
      status: isAtEnd ? .atBound : jump != nil ? .atJump : .interior, ends: ends, jump: jump,
      evaluations: evaluations, grid: grid, optima: known, table: table(at: point))
  }

  /// The end of each range that a point lies at, or comes as near to as that, or none.
  private func ends(at point: [Double], _ nearness: Double) -> [GridPlaces.Side?] {
    zip(point, step.ranges).map { place, range in
      let near = max(nearness, Self.nearness * (range.upper - range.lower))
      return place - range.lower <= near ? .lower : range.upper - place <= near ? .upper : nil
    }
  }
}
