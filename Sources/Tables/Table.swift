/// Rows under a schema, stored by column.
///
/// Every value is a double: a number itself, 0 or 1 for a flag, the position in the vocabulary for
/// a word, NaN for what is missing.
package struct Table: Sendable {
  package let schema: TableSchema
  /// One array a column, in the order of the schema; shape `[columns][rows]`.
  package let values: [[Double]]
  package let rowCount: Int

  /// - Parameters:
  ///   - schema: The columns.
  ///   - values: Their values; shape `[columns][rows]`.
  ///   - rowCount: How many rows there are, where there may be no column to tell.
  /// - Precondition: There is one array a column, and all are equally long.
  package init(_ schema: TableSchema, _ values: [[Double]], rowCount: Int? = nil) {
    let rowCount = rowCount ?? values.first?.count ?? 0
    precondition(values.count == schema.columns.count, "one array a column")
    precondition(values.allSatisfy { $0.count == rowCount }, "columns of one length")
    self.schema = schema
    self.values = values
    self.rowCount = rowCount
  }

  /// Makes a table from rows; shape `[rows][columns]`.
  package init(_ schema: TableSchema, rows: [[Double]]) {
    precondition(rows.allSatisfy { $0.count == schema.columns.count }, "one value a column")
    self.init(schema, schema.columns.indices.map { column in rows.map { $0[column] } })
  }

  package var name: String { schema.name }

  /// The values of a column that the table is known to have.
  ///
  /// - Precondition: There is such a column.
  package func values(_ column: String) -> [Double] {
    guard let values = self[column] else {
      preconditionFailure("table '\(name)' has no column '\(column)'")
    }
    return values
  }

  /// The values of a column; `nil` if there is no such column.
  package subscript(column: String) -> [Double]? {
    schema.index(of: column).map { values[$0] }
  }

  /// The table of some rows, in the order given.
  package func keeping(_ rows: [Int], as name: String) -> Table {
    Table(schema.renamed(name), values.map { column in rows.map { column[$0] } })
  }

  /// The table of rows that follow each other.
  package func part(_ rows: Range<Int>) -> Table {
    if rows == 0..<rowCount { return self }
    return Table(schema, values.map { Array($0[rows]) }, rowCount: rows.count)
  }

  /// The same table with one column more; shape `[rows]`.
  package func adding(_ column: ColumnSchema, _ values: [Double]) -> Table {
    Table(schema.adding(column), self.values + [values])
  }

  /// One value as text: the word, `true` or `false`, or the shortest digits; empty where missing.
  package func text(row: Int, column: Int) -> String {
    let value = values[column][row]
    if value.isNaN { return "" }
    switch schema.columns[column].kind {
    case .real: return "\(value)"
    case .integer: return "\(Int(value))"
    case .flag: return value == 0 ? "false" : "true"
    case .word(let vocabulary): return vocabulary?[Int(value)] ?? ""
    }
  }

  /// The keys of a row for a message: `galaxy 'DDO154', model 'linear'`.
  package func label(row: Int, columns: [String]) -> String {
    columns.compactMap { name in
      schema.index(of: name).map { "\(name) \(text(row: row, column: $0))" }
    }.joined(separator: ", ")
  }
}
