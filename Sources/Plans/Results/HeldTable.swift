package import Tables

/// What is held of a table that is made cell by cell.
///
/// Of a small table that is all of it. Once it is large, only the columns are held that something
/// reads at the end.
package struct HeldTable: Sendable {
  private var schema: TableSchema
  /// The columns that are read at the end; `nil` for all.
  private let read: Set<String>?
  /// What is held of each column; `nil` for one that is not held any more.
  private var columns: [[Double]?]
  private var rowCount = 0
  /// How many values there are at most as long as all are held.
  private let most: Int

  init(_ schema: TableSchema, reading read: Set<String>?, most: Int) {
    (self.schema, self.read, self.most) = (schema, read, most)
    columns = schema.columns.map { _ in [] }
  }

  var name: String { schema.name }

  /// Takes in the rows that follow.
  package mutating func append(_ rows: Table) {
    // Further words may have been met.
    schema = rows.schema
    rowCount += rows.rowCount
    let isLarge = rowCount * columns.count > most
    for (place, column) in schema.columns.enumerated() {
      if isLarge, read?.contains(column.name) == false {
        columns[place] = nil
      } else {
        columns[place]?.append(contentsOf: rows.values[place])
      }
    }
  }

  /// The table, with the columns that are held.
  package var table: Table {
    let held = columns.indices.filter { columns[$0] != nil }
    return Table(
      schema.keeping(Set(held.map { schema.columns[$0].name })), columns.compactMap(\.self),
      rowCount: rowCount)
  }
}
