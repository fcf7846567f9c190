/// What a table holds: its keys and its columns.
///
/// The keys tell its rows apart. Those among them that are axes of the grid come first and make up
/// the cell.
package struct TableSchema: Equatable, Sendable {
  package let name: String
  /// The key columns that are axes of the grid.
  package let axes: [String]
  /// All key columns, axes first.
  package private(set) var keys: [String]
  /// The axes of the plan that have one value only: they tell no rows apart, so a join needs no
  /// match.
  package let constants: Set<String>
  /// Every column, keys first.
  package private(set) var columns: [ColumnSchema]
  /// Whether there may be further columns, which are known only once the data are read; nothing is
  /// said of names that may be theirs.
  package let isOpen: Bool

  /// - Precondition: The keys are the first columns.
  package init(
    _ name: String, axes: [String], keys: [String], constants: Set<String> = [],
    columns: [ColumnSchema], isOpen: Bool = false
  ) {
    precondition(columns.prefix(keys.count).map(\.name) == keys, "keys come first")
    self.name = name
    self.axes = axes
    self.keys = keys
    self.constants = constants
    self.columns = columns
    self.isOpen = isOpen
  }

  /// Adds a column behind the others.
  ///
  /// - Precondition: A key has only keys before it.
  mutating func append(_ column: ColumnSchema, asKey isKey: Bool) {
    precondition(!isKey || keys.count == columns.count, "keys come first")
    if isKey { keys.append(column.name) }
    columns.append(column)
  }

  package func index(of column: String) -> Int? {
    columns.firstIndex { $0.name == column }
  }

  package subscript(column: String) -> ColumnSchema? {
    columns.first { $0.name == column }
  }

  /// The words that rows may hold in a column; none if there is no such column.
  package func words(of column: String) -> [String] {
    self[column].map(\.words) ?? []
  }

  /// The keys that a row of another table must have to find its row here: those that it has itself,
  /// and every one that tells rows apart.
  func joinKeys(for other: TableSchema) -> [String] {
    keys.filter { other.keys.contains($0) || !constants.contains($0) }
  }
}

extension TableSchema {
  /// The key columns, axes first.
  package var keyColumns: [ColumnSchema] { Array(columns.prefix(keys.count)) }

  /// The columns that are no keys.
  package var valueColumns: [ColumnSchema] { Array(columns.dropFirst(keys.count)) }

  /// The same under another name.
  package func renamed(_ name: String) -> TableSchema {
    TableSchema(
      name, axes: axes, keys: keys, constants: constants, columns: columns, isOpen: isOpen)
  }

  /// The same without the columns of other names.
  package func keeping(_ names: Set<String>) -> TableSchema {
    TableSchema(
      name, axes: axes.filter(names.contains), keys: keys.filter(names.contains),
      constants: constants, columns: columns.filter { names.contains($0.name) }, isOpen: isOpen)
  }

  /// The same with one column more.
  package func adding(_ column: ColumnSchema) -> TableSchema {
    TableSchema(
      name, axes: axes, keys: keys, constants: constants, columns: columns + [column],
      isOpen: isOpen)
  }

  /// The same with further columns that are not known yet.
  package func opened() -> TableSchema {
    TableSchema(
      name, axes: axes, keys: keys, constants: constants, columns: columns, isOpen: true)
  }
}
