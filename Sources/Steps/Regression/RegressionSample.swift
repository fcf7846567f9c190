import Numerics
import Support
import Tables

/// The rows that take part in a regression, sorted into groups, with response and terms worked out.
struct RegressionSample {
  let groups: RowGroups
  let columns: RegressionColumns
  /// What each row of each group is resampled as; empty without a bootstrap.
  ///
  /// Rows of one galaxy share a number.
  let members: [[Int]]
  /// How many rows could be used.
  let share: RowShare
  /// What else is to be known of the rows, one sentence each.
  let notes: [String]

  init(_ step: RegressStep, _ table: Table, _ tables: TableSet, _ context: StepContext) {
    columns = RegressionColumns(step, over: table, tables)
    let complete = columns.completeRows(of: step, over: table, tables)
    let rows = step.policy == .common ? Self.common(complete.rows, of: table) : complete.rows
    let reference = step.grouping.fixedAt.flatMap {
      cell -> (table: Table, tables: TableSet, rows: [Int])? in
      let values = Dictionary(
        uniqueKeysWithValues: cell.values.map { ($0.key.value, $0.value.value) })
      guard let fixed = context.table(step.input.value, at: values, tables) else { return nil }
      let others = context.tables(mentioned: step.mentionedTables, at: values, tables)
      let rows = RegressionColumns(step, over: fixed, others)
        .completeRows(of: step, over: fixed, others).rows
      return (fixed, others, rows)
    }
    let grouped = step.grouping.groups(of: table, tables, among: rows, context, fixedBy: reference)
    groups = grouped.groups
    let partial = complete.rows.count - rows.count
    let uncommon =
      partial == 0
      ? []
      : [
        "\(step.name.value): \(partial.grouped) of \(complete.rows.count.grouped) complete rows "
          + "have no like in every cell and are left out"
      ]
    share = complete.share
    notes = uncommon + grouped.notes(of: step.name.value)
    members = step.bootstrap == nil ? [] : Self.members(of: groups, table, among: rows)
  }

  /// The number of the galaxy, or whatever else tells rows of a cell apart, for each row of a
  /// group.
  private static func members(
    of groups: RowGroups, _ table: Table, among rows: [Int]
  ) -> [[Int]] {
    let others = table.schema.keys.filter { !table.schema.axes.contains($0) }
    let identities = RowGroups(by: others.compactMap { table[$0] }, among: rows)
    var owner = [Int](repeating: 0, count: table.rowCount)
    for (number, rows) in identities.rows.enumerated() { for row in rows { owner[row] = number } }
    return groups.rows.map { rows in rows.map { owner[$0] } }
  }

  /// The rows whose keys without axes are there in every cell.
  private static func common(_ rows: [Int], of table: Table) -> [Int] {
    let others = table.schema.keys.filter { !table.schema.axes.contains($0) }
    let columns = others.compactMap { table[$0] }
    let cells = RowGroups(
      by: table.schema.axes.compactMap { table[$0] }, among: 0..<table.rowCount
    ).rows.count
    var seen: [[UInt64]: Int] = [:]
    for row in rows { seen[columns.map { $0[row].bitPattern }, default: 0] += 1 }
    return rows.filter { row in seen[columns.map { $0[row].bitPattern }] == cells }
  }

  /// Fits the rows of every group.
  ///
  /// - Parameters:
  ///   - minimum: A group with fewer rows is refused.
  ///   - withRows: Whether residuals and leverages are asked for.
  ///   - workers: Whoever shares the work.
  /// - Returns: The fit of each group.
  func fits(
    minimum: Int, withRows: Bool, by workers: any Workers
  ) -> [Result<LinearModel, RegressionRefusal>] {
    let blocks = groups.rows.inParts(of: Lanes.count)
    return workers.map(blocks.count) {
      columns.fits(Array(blocks[$0]), minimum: minimum, withRows: withRows)
    }.flatMap(\.self)
  }
}
