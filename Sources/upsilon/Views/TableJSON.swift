import Support
import Tables

/// The rows of a table as JSON objects; what is missing, or no number that JSON has, is null.
enum TableJSON {
  static func rows(of table: Table) -> JSONValue {
    .array(
      (0..<table.rowCount).map { row in
        .object(
          table.schema.columns.enumerated().map { index, column in
            .init(column.name, value(table, row, index))
          })
      })
  }

  private static func value(_ table: Table, _ row: Int, _ column: Int) -> JSONValue {
    let stored = table.values[column][row]
    if !stored.isFinite { return .null }
    return switch table.schema.columns[column].kind {
    case .real, .integer: .number(stored)
    case .flag: .bool(stored == 1)
    case .word: .string(table.text(row: row, column: column))
    }
  }
}
