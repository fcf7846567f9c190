import Numerics
import Support
import Tables

/// The table of a regression over offsets at several points of continuous axes at once.
struct PointFits {
  private let step: OptimizeStep
  private let maker: RegressStep
  private let offsets: OffsetComputation
  private let draft: RegressionTable
  /// The tables that are the same at every point.
  private let others: TableSet
  /// The first cell of the grid; shape `[axes]`.
  private let first: [Double]
  /// Where the axes that are searched stand in it, if they do; shape `[ranges]`.
  private let places: [Int?]

  /// - Returns: `nil` where the table is another one, or what it depends on moves with the point.
  init?(_ step: OptimizeStep, _ tables: TableSet, _ context: StepContext) {
    let maker = context.steps.first { $0.name.value == step.input.value } as? RegressStep
    guard let maker, maker.fitsCellsAlone([]), step.mentionedTables.isEmpty,
      let offsets = context.offsets
    else { return nil }
    (self.step, self.maker, self.offsets) = (step, maker, offsets)
    draft = RegressionTable(maker, offsets.schema)
    first = offsets.axes.map { $0.values[0] }
    places = step.ranges.map { range in
      offsets.axes.firstIndex { $0.name == range.axis.value }
    }
    let start = Dictionary(
      uniqueKeysWithValues: step.ranges.map { ($0.axis.value, $0.lower) })
    others = context.tables(mentioned: [], at: start, tables)
  }

  /// The objective at some points, as the spec puts it.
  ///
  /// - Parameter points: The points; shape `[points][axes]`.
  /// - Returns: A value for each point; NaN where there is none.
  func objectives(_ points: [[Double]]) -> [Double] {
    let cells = points.map(cell)
    let fitted = maker.cellFits(cells.count, over: offsets.table(at: cells), others)
    return step.objective.numbers(
      over: draft.table(cells, fitted.counts, fitted.fits), others)
  }

  /// How many galaxies and how many of their points take part at some points.
  func counts(_ points: [[Double]]) -> [SampleJump.Count] {
    let table = offsets.table(at: points.map(cell))
    let rows = maker.cellFits(points.count, over: table, others).counts
    let used = table.values("points_used").inParts(of: offsets.curves.count)
    return zip(rows, used).map { rows, used in
      SampleJump.Count(rows: rows, points: Int(used.filter(\.isFinite).reduce(0, +)))
    }
  }

  /// The cell of a point: axes that are not searched have the first value of the grid.
  private func cell(_ point: [Double]) -> [Double] {
    var cell = first
    for (place, value) in zip(places, point) {
      if let place { cell[place] = value }
    }
    return cell
  }
}
