import Tables

/// Rows of a table on disk that were read and not yet looked at.
struct RowQueue {
  /// What the table holds, with the words that are known so far.
  private(set) var schema: TableSchema
  private var values: [[Double]]
  private(set) var isAtEnd = false
  /// How many rows the last part had.
  private var partSize = 0

  init(_ schema: TableSchema) {
    self.schema = schema
    values = schema.columns.map { _ in [] }
  }

  /// How many rows wait.
  var count: Int { values.first?.count ?? 0 }

  /// Whether it is short of a part.
  var needsMore: Bool { !isAtEnd && count <= partSize / 2 }

  /// Takes the rows that follow; `nil` stands for the end.
  mutating func take(_ part: Table?) {
    guard let part else {
      isAtEnd = true
      return
    }
    schema = part.schema
    partSize = part.rowCount
    for place in values.indices { values[place] += part.values[place] }
  }

  /// Takes out some of the rows that wait longest.
  mutating func removeFirst(_ count: Int) -> Table {
    let first = Table(schema, values.map { Array($0.prefix(count)) }, rowCount: count)
    for place in values.indices { values[place].removeFirst(count) }
    return first
  }
}
