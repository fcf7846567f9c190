import Support
import Tables

/// The table of a regression over offsets at several points of continuous axes at once.
struct PointFits {
  /// How many points are worked out at a time: those of two blocks of lanes.
  static let pointsPerPart = 16

  private let step: OptimizeStep
  private let maker: RegressStep
  private let offsets: OffsetComputation
  private let draft: RegressionTable
  /// The tables that are the same at every point.
  private let others: TableSet

  /// - Returns: `nil` where the table is another one, or what it depends on moves with the point.
  init?(_ step: OptimizeStep, _ tables: TableSet, _ context: StepContext) {
    let maker = context.steps.first { $0.name.value == step.input.value } as? RegressStep
    guard let maker, maker.fitsCellsAlone([]), step.mentionedTables.isEmpty,
      let offsets = context.offsets
    else { return nil }
    (self.step, self.maker, self.offsets) = (step, maker, offsets)
    draft = RegressionTable(maker, offsets.schema)
    let first = Dictionary(
      uniqueKeysWithValues: step.ranges.map { ($0.axis.value, $0.lower) })
    others = context.tables(mentioned: [], at: first, tables)
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
    let values = Dictionary(
      uniqueKeysWithValues: zip(step.ranges.map(\.axis.value), point))
    return offsets.axes(at: values).map { $0.values[0] }
  }
}
