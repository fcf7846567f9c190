import Tables

/// The rows of two large tables that are not the same on both sides, found without holding the
/// others.
///
/// That takes tables whose rows have the same keys in the same order, as two runs over one grid and
/// sample have. What is left is compared as any two tables are.
struct MovedRows {
  private(set) var old: Table
  private(set) var new: Table
  private(set) var others: UnmovedRows

  /// Reads two tables.
  ///
  /// - Parameters:
  ///   - before: The older table.
  ///   - after: The newer table.
  ///   - rows: How many rows each has.
  ///   - condition: A condition on rows: one counts if it meets it on either side.
  ///   - jobs: How many workers read.
  ///   - large: How many values a table has at least that is not read whole.
  /// - Returns: `nil` if they are small, or their keys are not the same in the same order.
  /// - Throws: `FileError` if a table cannot be read.
  init?(
    _ before: StoredTable, _ after: StoredTable, rows: (old: Int, new: Int),
    _ condition: RowCondition?, jobs: Int, from large: Int
  ) throws {
    let width = min(before.schema.columns.count, after.schema.columns.count)
    guard rows.old == rows.new, rows.old * width >= large,
      let keys = JoinedRows.keys(before.schema, after.schema)
    else { return nil }
    (old, new) = (Self.empty(before.schema), Self.empty(after.schema))
    others = UnmovedRows()
    let columns = ColumnPair.all(before.schema, after.schema)
    let readings = [try before.rows(), try after.rows()]
    var pending = [RowQueue(before.schema), RowQueue(after.schema)]
    var kept = (old: old.values, new: new.values)
    var match = RowMatch(keys: keys, columns)
    while true {
      let short = pending.indices.filter { pending[$0].needsMore }
      let parts = Scheduler.map(short.count, jobs: jobs) { place in
        Result { try readings[short[place]].next() }
      }
      for (side, part) in zip(short, parts) { pending[side].take(try part.get()) }
      let count = min(pending[0].count, pending[1].count)
      if count == 0 { break }
      let (first, second) = (pending[0].removeFirst(count), pending[1].removeFirst(count))
      guard let moved = match.moved(first, second) else { return nil }
      for place in kept.old.indices { kept.old[place] += moved.map { first.values[place][$0] } }
      for place in kept.new.indices { kept.new[place] += moved.map { second.values[place][$0] } }
      others.take(first, second, columns, moved: moved, condition)
    }
    guard pending.allSatisfy(\.isAtEnd), pending.allSatisfy({ $0.count == 0 }) else { return nil }
    try before.check(readings[0])
    try after.check(readings[1])
    (old, new) = (Table(pending[0].schema, kept.old), Table(pending[1].schema, kept.new))
  }

  private static func empty(_ schema: TableSchema) -> Table {
    Table(schema, schema.columns.map { _ in [] })
  }
}
