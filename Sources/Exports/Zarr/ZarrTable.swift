import Support
import Tables

/// A table as a group with an array for each column.
struct ZarrTable {
  private let table: Table

  init(_ table: Table) {
    self.table = table
  }

  /// Writes the group.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - store: The store.
  /// - Throws: What the store's sink throws.
  func write(as name: String, to store: inout ZarrStore) throws {
    let rows = [(name: "row", count: table.rowCount)]
    let columns = table.schema.columns
    let names = ZarrStore.names(columns.map(\.name))
    let arrays = columns.indices.map { index in
      Self.array(names[index], table.values[index], columns[index], over: rows)
    }
    try store.add(
      name,
      [
        "keys": .array(table.schema.keys.map { .string($0) }), "name": .string(table.name),
        "columns": .array(names.map { .string($0) }),
      ], arrays)
  }

  /// The values of a column.
  static func array(
    _ name: String, _ values: [Double], _ column: ColumnSchema,
    over dimensions: [(name: String, count: Int)]
  ) -> ZarrArray {
    let attributes = attributes(of: column)
    switch column.kind {
    case .real: return ZarrArray(name, values, over: dimensions, attributes)
    case .integer: return ZarrArray(name, whole: values, over: dimensions, attributes)
    case .flag: return ZarrArray(name, flags: values, over: dimensions, attributes)
    case .word:
      let words = column.words
      return ZarrArray(
        name, words: values.map { $0.isFinite ? words[Int($0)] : "" }, over: dimensions, attributes)
    }
  }

  /// What is said of a column.
  static func attributes(of column: ColumnSchema) -> [JSONValue.Member] {
    let unit: [JSONValue.Member] =
      column.unit.isEmpty ? [] : [.init("units", .string(column.unit))]
    return [.init("long_name", .string(column.summary)), .init("name", .string(column.name))] + unit
  }
}
