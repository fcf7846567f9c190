import Exports
import Tables

/// Tables as they come from a file: part by part, with words known when they are met.
enum DealtTable {
  /// Deals a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - share: How many rows a part has; of a long table more.
  /// - Returns: A table that is read anew each time.
  /// - Throws: Nothing; it is what making such a table may do.
  static func table(_ table: Table, _ share: Int) throws -> ExportedTable {
    let share = max(share, table.rowCount / 37)
    let starts = Array(stride(from: 0, to: max(1, table.rowCount), by: share))
    return try ExportedTable(schema(of: table, upTo: 0), mostHeld: 0) { body in
      for start in starts {
        let end = min(start + share, table.rowCount)
        let isLast = start == starts.last
        let known = isLast ? table.schema : schema(of: table, upTo: end)
        try body(Table(known, table.part(start..<end).values, rowCount: end - start))
      }
    }
  }

  /// The schema as far as it is known after some rows.
  private static func schema(of table: Table, upTo end: Int) -> TableSchema {
    let columns = zip(table.schema.columns, table.values).map { column, values in
      guard case .word = column.kind else { return column }
      let most = values[..<end].filter(\.isFinite).map { Int($0) + 1 }.max() ?? 0
      return ColumnSchema(
        column.name, .word(Array(column.words[..<most])), unit: column.unit, column.summary)
    }
    return TableSchema(
      table.name, axes: table.schema.axes, keys: table.schema.keys, columns: columns)
  }
}
