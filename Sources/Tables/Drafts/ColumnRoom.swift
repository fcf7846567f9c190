/// Room for the columns of a table that several workers write, each its own rows.
package final class ColumnRoom: Sendable {
  private let rows: Int
  /// One list a column; each row of it is written by one worker.
  private nonisolated(unsafe) var columns: [UnsafeMutableBufferPointer<Double>]

  /// Makes room; what is not written is missing.
  package init(columns: Int, rows: Int) {
    self.rows = rows
    self.columns = (0..<columns).map { _ in
      let column = UnsafeMutableBufferPointer<Double>.allocate(capacity: rows)
      column.initialize(repeating: .nan)
      return column
    }
  }

  deinit {
    for column in columns { column.deallocate() }
  }

  /// Writes the rows of a table one after the other.
  ///
  /// - Parameters:
  ///   - table: A table with as many columns.
  ///   - row: Where its first row stands.
  package func write(_ table: Table, at row: Int) {
    precondition(table.values.count == columns.count, "one column a column")
    precondition(row + table.rowCount <= rows, "room for every row")
    for (column, values) in zip(columns, table.values) {
      for (offset, value) in values.enumerated() { column[row + offset] = value }
    }
  }

  /// Takes the columns out, when all is written; the room is given back one by one.
  ///
  /// - Returns: The columns; shape `[columns][rows]`.
  package func take() -> [[Double]] {
    var taken: [[Double]] = []
    while !columns.isEmpty {
      let column = columns.removeFirst()
      taken.append(Array(column))
      column.deallocate()
    }
    return taken
  }
}
