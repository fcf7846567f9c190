import Console
import Support

/// Columns of a dataset as text: for the terminal, for a file, and as JSON.
struct DatasetText {
  /// The columns; the first names the galaxies.
  let columns: [DatasetColumn]

  private var rowCount: Int { columns[0].cells.count }

  /// The table for the terminal, units under the names.
  func lines(width: Int?, maximumRows: Int?) -> [String] {
    var text = TextTable(
      columns.map { $0.isNumber ? .number($0.name, unit: $0.unit) : .text($0.name) })
    for row in 0..<rowCount {
      text.append(columns.map { $0.cells[row].isEmpty ? NumberFormat.missing : $0.cells[row] })
    }
    return text.lines(width: width, maximumRows: maximumRows, indent: 2)
  }

  /// Comma-separated values with the units in brackets behind the names, as format `csv` reads
  /// them: to the same doubles.
  var csv: [UInt8] {
    let head = columns.map { $0.unit.isEmpty ? $0.name : "\($0.name) [\($0.unit)]" }
    var text = head.map(Self.field).joined(separator: ",") + "\n"
    for row in 0..<rowCount {
      text += columns.map { Self.field($0.cells[row]) }.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  /// A field, in quotes where it needs them.
  private static func field(_ text: String) -> String {
    let needsQuotes = text.contains { ",\"#%!;|\t".contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// The rows as objects; what is missing is null.
  var json: JSONValue {
    .array(
      (0..<rowCount).map { row in
        .object(
          columns.map { column in
            let cell = column.cells[row]
            let value: JSONValue =
              cell.isEmpty ? .null : column.isNumber ? Self.number(cell) : .string(cell)
            return .init(column.name, value)
          })
      })
  }

  private static func number(_ cell: String) -> JSONValue {
    Double(cell).map { .number($0) } ?? .null
  }

  /// The units of the columns that have one.
  var units: JSONValue {
    .object(columns.filter { !$0.unit.isEmpty }.map { .init($0.name, .string($0.unit)) })
  }
}
