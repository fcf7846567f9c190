import Support

/// A table for the terminal: text on the left, numbers on the right, no rules.
///
/// Cells are texts already; ``NumberFormat`` makes them of numbers.
package struct TextTable: Sendable {
  /// A column with its heading; control characters are spelled, as in cells.
  package struct Column: Equatable, Sendable {
    package let header: String
    package let unit: String
    package let isNumeric: Bool

    /// A column of words, aligned on the left.
    package static func text(_ header: String) -> Column {
      Column(header: header.spelled(), unit: "", isNumeric: false)
    }

    /// A column of numbers, aligned on the right.
    package static func number(_ header: String, unit: String = "") -> Column {
      Column(header: header.spelled(), unit: unit.spelled(), isNumeric: true)
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[String]] = []

  package init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    for row in rows { append(row) }
  }

  /// Adds a row; a cell that is `nil` stays empty.
  ///
  /// - Precondition: There is a cell for each column.
  package mutating func append(_ cells: [String?]) {
    precondition(cells.count == columns.count, "a row needs a cell for each column")
    rows.append(cells.map { $0?.spelled() ?? "" })
  }

  /// The lines of the table, without trailing spaces.
  ///
  /// Where they do not fit, long texts are shortened first, the longest most. Columns that do not
  /// fit even so are left out from the right, and rows from the end; a last line says so. The first
  /// column always stays.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal, or nil where there is no limit.
  ///   - maximumRows: How many rows to show at most, or nil for all.
  ///   - indent: Spaces before each line.
  /// - Returns: Header, units if there are any, rows, and what was left out.
  package func lines(
    width: Int? = nil, maximumRows: Int? = nil, indent: Int = 0
  ) -> [String] {
    let shown = rows.prefix(maximumRows ?? rows.count)
    let hasUnits = columns.contains { !$0.unit.isEmpty }
    let heading = [columns.map(\.header)] + (hasUnits ? [columns.map(\.unit)] : [])
    let grid = heading + shown
    let whole = columns.indices.map { column in grid.map { $0[column].count }.reduce(0, max) }
    let count = fitting(capped(whole, to: 0), in: width.map { $0 - indent })
    let widths = fitted(Array(whole.prefix(count)), in: width.map { $0 - indent })
    let margin = String(repeating: " ", count: indent)
    let notes = [rowNote(rows.count - shown.count), columnNote(columns.dropFirst(count))]
      .compactMap(\.self)
      .map { note in width.map { note.truncated(to: $0 - indent) } ?? note }
    return (grid.map { line($0.prefix(count), widths) } + notes).map { margin + $0 }
  }

  private func line(_ cells: ArraySlice<String>, _ widths: [Int]) -> String {
    var line = zip(cells.indices, cells)
      .map { column, cell in
        columns[column].isNumeric
          ? cell.indented(to: widths[column])
          : cell.truncated(to: widths[column]).padded(to: widths[column])
      }
      .joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The widths with texts shortened to a number of characters, though not below what tells them
  /// apart: more in the first column, which names the row.
  private func capped(_ widths: [Int], to most: Int) -> [Int] {
    zip(widths.indices, widths).map { index, width in
      let column = columns[index]
      let least = max(index == 0 ? 40 : 20, column.header.count)
      return column.isNumeric ? width : min(width, max(most, least))
    }
  }

  /// The widths of columns that fit, with texts shortened no more than needed.
  private func fitted(_ widths: [Int], in width: Int?) -> [Int] {
    guard let width, widths.count > 1, var most = widths.max() else { return widths }
    while most > 0, fitting(capped(widths, to: most), in: width) < widths.count { most -= 1 }
    return capped(widths, to: most)
  }

  /// How many columns fit, the first one always.
  private func fitting(_ widths: [Int], in width: Int?) -> Int {
    guard let width else { return widths.count }
    var used = -2
    let count = widths.prefix { column in
      used += 2 + column
      return used <= width
    }
    .count
    return min(widths.count, max(1, count))
  }

  private func rowNote(_ hidden: Int) -> String? {
    hidden == 0 ? nil : "… " + hidden.counted("more row", "more rows")
  }

  private func columnNote(_ hidden: ArraySlice<Column>) -> String? {
    guard !hidden.isEmpty else { return nil }
    let names = hidden.map(\.header).joined(separator: ", ")
    return "… \(hidden.count.counted("more column", "more columns")): \(names)"
  }
}
