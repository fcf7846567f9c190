package import Support
package import Tables

/// Regressions over offsets that stand in no table: a few cells at a time are measured, fitted and
/// forgotten.
package struct OffsetScan: Sendable {
  private let offsets: OffsetComputation
  private let steps: [RegressStep]

  /// - Parameters:
  ///   - offsets: The offsets.
  ///   - steps: Steps that fit cells alone.
  package init(of offsets: OffsetComputation, for steps: [RegressStep]) {
    (self.offsets, self.steps) = (offsets, steps)
  }

  /// Measures and fits every cell of the grid.
  ///
  /// - Parameters:
  ///   - tables: The tables that expressions may look into.
  ///   - workers: Whoever shares the work.
  ///   - isCancelled: Asked from time to time; after a stop the results are worth nothing.
  /// - Returns: What is counted of the offsets, and what each step makes, by its name.
  package func run(
    on tables: TableSet, by workers: any Workers, unless isCancelled: @Sendable () -> Bool
  ) -> (tally: Tally, made: [String: StepResult]) {
    let count = offsets.cells.count
    let drafts = steps.map { RegressionTable($0, offsets.schema) }
    let rooms = drafts.map { ColumnRoom(columns: $0.draft.schema.columns.count, rows: count) }
    let size = OffsetComputation.cellsPerPart(of: count)
    let parts = (count + size - 1) / size
    let found = workers.map(parts) { part -> (Tally, [RowShare])? in
      guard !isCancelled() else { return nil }
      let first = part * size
      let cells = (first..<min(first + size, count)).map { offsets.cells[$0] }
      let table = offsets.table(at: cells)
      let shares = steps.indices.map { index in
        let fitted = steps[index].cellFits(cells.count, over: table, tables)
        rooms[index].write(drafts[index].table(cells, fitted.counts, fitted.fits), at: first)
        return fitted.share
      }
      return (OffsetComputation.tally(table), shares)
    }.compactMap(\.self)
    var tally = Tally()
    for (part, _) in found { tally.add(part) }
    var made: [String: StepResult] = [:]
    for (index, step) in steps.enumerated() {
      made[step.name.value] = StepResult(
        [Table(drafts[index].draft.schema, rooms[index].take())],
        shares: RowShare(of: found.map { $0.1[index] }).asList, notes: [])
    }
    return (tally, made)
  }
}
