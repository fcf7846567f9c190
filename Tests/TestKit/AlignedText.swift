/// Rows of cells as text in columns that stand two spaces apart; an empty cell is a dash.
///
/// A cell may have single spaces inside.
package enum AlignedText {
  private static let gap = "  "
  private static let empty = "-"

  /// The lines of some rows, all columns as wide as their widest cell.
  ///
  /// - Precondition: All rows have the same number of cells.
  package static func lines(of rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(spelling) }
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return String(cells.joined(separator: gap).reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The cells of a line.
  package static func cells(of line: some StringProtocol) -> [String] {
    String(line).split(separator: gap).map { value(String($0.drop { $0 == " " })) }
  }

  /// A value as a cell.
  package static func spelling(_ value: String) -> String { value.isEmpty ? empty : value }

  /// The value of a cell.
  package static func value(_ cell: String) -> String { cell == empty ? "" : cell }
}
