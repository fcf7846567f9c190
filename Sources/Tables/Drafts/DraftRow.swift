/// A row of a ``TableDraft``; what is not set is missing.
package struct DraftRow: Sendable {
  /// One double a column; shape `[columns]`.
  private(set) var cells: [Double] = []

  /// Makes room for one column more.
  mutating func widen() {
    cells.append(.nan)
  }

  mutating func clear() {
    for index in cells.indices { cells[index] = .nan }
  }

  /// The value of a column; `nil` for a missing one.
  package subscript<Value>(column: Column<Value>) -> Value? {
    @available(*, unavailable, message: "a row is written, not read")
    get { preconditionFailure("a row is written, not read") }
    set { cells[column.index] = newValue.map(column.code) ?? .nan }
  }

  // Tables of very many rows are mostly numbers: other modules call these without generic code.

  /// The value of a column of real numbers; `nil` for a missing one.
  package subscript(column: Column<Double>) -> Double? {
    @available(*, unavailable, message: "a row is written, not read")
    get { preconditionFailure("a row is written, not read") }
    set { cells[column.index] = newValue ?? .nan }
  }

  /// The value of a column of whole numbers or items; `nil` for a missing one.
  package subscript(column: Column<Int>) -> Int? {
    @available(*, unavailable, message: "a row is written, not read")
    get { preconditionFailure("a row is written, not read") }
    set { cells[column.index] = newValue.map(Double.init) ?? .nan }
  }

  /// Sets a column to a value as tables store it; NaN is missing.
  package mutating func store<Value>(_ stored: Double, in column: Column<Value>) {
    cells[column.index] = stored
  }

  /// Sets the columns of a block.
  ///
  /// - Parameters:
  ///   - block: The columns.
  ///   - values: Their values as tables store them; shape `[columns]`.
  package mutating func set(_ block: ColumnBlock, to values: [Double]) {
    precondition(values.count == block.places.count, "one value a column")
    for (place, value) in zip(block.places, values) { cells[place] = value }
  }

  /// Sets the columns of a block to those of a row of another table.
  ///
  /// - Parameters:
  ///   - block: The columns.
  ///   - columns: What ``ColumnBlock/values(in:)`` found there; shape `[columns][rows]`.
  ///   - row: The row of that table.
  package mutating func set(_ block: ColumnBlock, to columns: [[Double]], at row: Int) {
    precondition(columns.count == block.places.count, "one column a column")
    for (place, column) in zip(block.places, columns) { cells[place] = column[row] }
  }
}
