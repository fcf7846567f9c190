import Tables

/// What tells a row from the others of its table: its keys and their values.
package struct RowKey: Equatable, Sendable {
  package let names: [String]
  package let values: [CellValue]

  package init(names: [String], values: [CellValue]) {
    self.names = names
    self.values = values
  }

  /// The keys of one row.
  ///
  /// - Parameters:
  ///   - table: The table that has the row.
  ///   - row: Which one.
  ///   - names: The key columns.
  init(of table: Table, row: Int, _ names: [String]) {
    self.names = names
    values = names.map { name in
      table.schema.index(of: name).map { table.cell(row: row, column: $0) } ?? .missing
    }
  }
}
