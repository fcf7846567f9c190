/// A table in the making: the declaration of a column makes its schema, and its values are written
/// through it.
///
///     var draft = TableDraft("bins")
///     let bin = draft.integer("bin", as: .key, "number of the bin")
///     let count = draft.integer("count", "rows that fall into it")
///     draft.row { $0[bin] = 1; $0[count] = 12 }
///
/// A draft is filled by rows or, where there are very many, by columns.
package struct TableDraft: Sendable {
  /// What a column is to its table.
  package enum Role: Sendable {
    /// It tells rows apart; keys are declared before all values.
    case key
    case value
  }

  /// The columns that were declared.
  package private(set) var schema: TableSchema
  /// The rows one after the other; shape `[rows × columns]`.
  private var cells: [Double] = []
  private var scratch = DraftRow()
  /// The columns that were filled as a whole; shape `[columns]`.
  private var filled: [[Double]?] = []

  /// Starts a table without columns.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - axes: Those of its keys that are axes of the grid.
  ///   - constants: The axes of the plan that have one value only.
  package init(_ name: String, axes: [String] = [], constants: Set<String> = []) {
    schema = TableSchema(name, axes: axes, keys: [], constants: constants, columns: [])
  }

  /// The table with all that was written; what is not finite is missing.
  ///
  /// - Precondition: Either rows were written, or every column was filled.
  package var table: Table {
    let width = schema.columns.count
    let rows = width == 0 ? 0 : cells.count / width
    let columns = filled.compactMap { $0?.finiteOrMissing }
    guard columns.isEmpty else {
      precondition(
        rows == 0 && columns.count == width, "every column is filled, and no row written")
      return Table(schema, columns)
    }
    return Table(
      schema,
      (0..<width).map { place in (0..<rows).map { cells[$0 * width + place] }.finiteOrMissing })
  }

  /// Declares a column that has this schema.
  mutating func add(_ column: ColumnSchema, as role: Role) -> Int {
    precondition(
      cells.isEmpty && filled.allSatisfy { $0 == nil },
      "columns are declared before rows are written")
    schema.append(column, asKey: role == .key)
    filled.append(nil)
    scratch.widen()
    return schema.columns.count - 1
  }

  /// Writes a row.
  package mutating func row(_ write: (inout DraftRow) -> Void) {
    scratch.clear()
    write(&scratch)
    cells += scratch.cells
  }

  /// Gives all values of a column, as tables store them; shape `[rows]`.
  package mutating func fill<Value>(_ column: Column<Value>, with values: [Double]) {
    filled[column.index] = values
  }

  /// Gives all values of a block of columns, as tables store them; shape `[columns][rows]`.
  package mutating func fill(_ block: ColumnBlock, with columns: [[Double]]) {
    precondition(columns.count == block.places.count, "one array a column")
    for (place, values) in zip(block.places, columns) { filled[place] = values }
  }
}
