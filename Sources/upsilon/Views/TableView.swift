import Console
import Support
import Tables

/// A table for the terminal, with numbers rounded for people.
struct TableView {
  let table: Table
  /// Significant digits of a real number.
  var digits = 4
  /// The columns to show; `nil` for all that tell something.
  var columns: [String]?
  /// How many rows there are where the table has only the first of them.
  var total: Int?

  /// The lines of the table.
  ///
  /// Without a choice of columns, key columns with one value in all rows are left out: they tell
  /// nothing, as long as another key is left.
  func lines(width: Int?, maximumRows: Int?, indent: Int) -> [String] {
    let shown = columns?.compactMap { table.schema.index(of: $0) } ?? telling
    let format = NumberFormat(digits: digits)
    let setting = NumberFormat(digits: digits, keepsZeros: false)
    let headings = shown.map { index -> TextTable.Column in
      let column = table.schema.columns[index]
      let isText = column.vocabulary != nil || column.kind == .flag || isWord(column)
      return isText
        ? .text(column.name) : .number(column.name, unit: column.unit)
    }
    // A note of one hidden row would take the line of that row.
    let limit = maximumRows ?? .max
    let total = total ?? table.rowCount
    let count = total - 1 <= limit ? total : limit
    var text = TextTable(headings)
    for row in 0..<count {
      text.append(
        shown.map { index in
          let column = table.schema.columns[index]
          guard column.kind == .real else { return table.text(row: row, column: index) }
          let isAxis = table.schema.axes.contains(column.name)
          return (isAxis ? setting : format).text(table.values[index][row])
        })
    }
    let lines = text.lines(width: width, maximumRows: nil, indent: indent)
    let hidden = total - count
    guard hidden > 0 else { return lines }
    return lines + [String(repeating: " ", count: indent) + "… \(hidden.grouped) more rows"]
  }

  private func isWord(_ column: ColumnSchema) -> Bool {
    if case .word = column.kind { return true }
    return false
  }

  /// The columns that tell something: no key that is the same everywhere, nothing that is missing
  /// everywhere.
  private var telling: [Int] {
    var telling = TellingColumns(table.schema)
    telling.take(table, Array(0..<table.rowCount))
    return telling.indices
  }
}
