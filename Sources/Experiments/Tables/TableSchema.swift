/// What a table holds: its keys and its columns.
///
/// The keys tell its rows apart. Those among them that are axes of the grid come first and make up
/// the cell.
package struct TableSchema: Equatable, Sendable {
  package let name: String
  /// The key columns that are axes of the grid.
  package let axes: [String]
  /// All key columns, axes first.
  package let keys: [String]
  /// Every column, keys first.
  package let columns: [ColumnSchema]

  /// - Precondition: The keys are the first columns.
  package init(_ name: String, axes: [String], keys: [String], columns: [ColumnSchema]) {
    precondition(columns.prefix(keys.count).map(\.name) == keys, "keys come first")
    self.name = name
    self.axes = axes
    self.keys = keys
    self.columns = columns
  }

  package func index(of column: String) -> Int? {
    columns.firstIndex { $0.name == column }
  }

  package subscript(column: String) -> ColumnSchema? {
    columns.first { $0.name == column }
  }
}
