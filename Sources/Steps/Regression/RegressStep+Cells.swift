import Support
import Tables

extension RegressStep {
  /// Whether the step fits each cell by itself and makes nothing but its table, so that it can be
  /// worked out for any cells of offsets that stand in no table.
  ///
  /// - Parameter needed: The tables that something reads.
  /// - Returns: Whether it does.
  package func fitsCellsAlone(_ needed: Set<String>) -> Bool {
    input.value == TableName.offsets && policy == .moving && bootstrap == nil
      && grouping.isOfCells && mentionedTables.allSatisfy { $0 == TableName.galaxies }
      && !needed.contains(ResidualTable.name(name.value))
  }

  /// Fits each of some cells.
  ///
  /// - Parameters:
  ///   - count: How many cells there are.
  ///   - table: A row for each cell and whatever else tells rows apart, cells slowest.
  ///   - tables: The tables that expressions may look into.
  /// - Returns: How many rows each cell has, its fit, and how many rows could be used.
  func cellFits(
    _ count: Int, over table: Table, _ tables: TableSet
  ) -> (counts: [Int], fits: [Result<LinearModel, RegressionRefusal>], share: RowShare) {
    let columns = RegressionColumns(self, over: table, tables)
    let complete = columns.completeRows(of: self, over: table, tables)
    let size = table.rowCount / count
    var rest = complete.rows[...]
    let groups = (1...count).map { cell -> [Int] in
      let end = rest.firstIndex { $0 >= cell * size } ?? rest.endIndex
      defer { rest = rest[end...] }
      return Array(rest[..<end])
    }
    return (groups.map(\.count), columns.fits(groups, minimum: minimumCount), complete.share)
  }
}
