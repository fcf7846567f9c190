import Tables

/// A machine-readable table of the AAS journals and the CDS.
///
/// - SeeAlso: CDS, Standards for Astronomical Catalogues, version 2.0.
enum MRTFormat: FileFormat {
  static let name = "mrt"
  static let suffix = "mrt"
  static let summary =
    "machine-readable table of the AAS and the CDS, with bytes of columns counted from the rows"
  static let rules = [
    "A missing value is blank, and so is an empty word.",
    "Flags are 0 and 1.",
    "In names of columns a character that is no letter, digit or underscore becomes an "
      + "underscore, one beyond ASCII `uXXXX`; a note has the name as it was.",
    "A character of a word beyond printable ASCII is `\\uXXXX`, and so is a blank at its end.",
    "Title and authors are left for you to fill in.",
  ]

  static func mistakes(in tables: [ExportedTable]) -> [String] {
    WordCheck.mistakes(in: tables, ASCIIText.escaped)
  }

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    for table in tables {
      // The widths and digits of columns are those of all rows.
      try write(table.rounded(to: options.digits).whole(), options, to: sink)
    }
  }

  private static func write(
    _ table: Table, _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    let columns = table.schema.columns.indices.map { MRTColumn(table, $0) }
    try sink(Array(head(table, columns, options).joined(separator: "\n").utf8) + [0x0a])
    for start in stride(from: 0, to: table.rowCount, by: 1000) {
      var text = ""
      for row in start..<min(start + 1000, table.rowCount) {
        for (index, column) in columns.enumerated() {
          if index > 0 { text += " " }
          text += column.field(row)
        }
        text += "\n"
      }
      try sink(Array(text.utf8))
    }
  }

  private static func head(
    _ table: Table, _ columns: [MRTColumn], _ options: ExportOptions
  ) -> [String] {
    let names = ASCIIText.names(table.schema.columns.map(\.name))
    let (double, single) = (String(repeating: "=", count: 80), String(repeating: "-", count: 80))
    var rows: [[String]] = []
    var notes: [String] = []
    var byte = 1
    for (index, column) in columns.enumerated() {
      let schema = table.schema.columns[index]
      let last = byte + column.width - 1
      let bytes = column.width == 1 ? "\(last)" : "\(byte)-\(last)"
      byte = last + 2
      var meaning =
        (table.values[index].allSatisfy(\.isFinite) ? "" : "? ") + ASCIIText.escaped(schema.summary)
      if names[index] != schema.name {
        notes.append("\(names[index]) is '\(ASCIIText.escaped(schema.name))'")
        meaning += " (\(notes.count))"
      }
      rows.append([
        bytes, column.format, UnitText.catalogue(schema.unit), names[index], meaning,
      ])
    }
    let heads = ["Bytes", "Format", "Units", "Label", "Explanations"]
    func line(_ cells: [String]) -> String {
      let padded = cells.dropLast().enumerated().map { index, cell in
        let width = ([heads] + rows).map { $0[index].utf8.count }.reduce(0, max)
        let blanks = String(repeating: " ", count: width - cell.utf8.count)
        return index == 0 ? blanks + cell : cell + blanks
      }
      return " " + (padded + cells.suffix(1)).joined(separator: " ")
    }
    return [
      "Title:", "Authors:", "Table: \(ASCIIText.escaped(table.name))", double,
      "Byte-by-byte Description of file: \(ASCIIText.escaped(table.name)).\(suffix)", single,
      line(heads), single,
    ] + rows.map(line) + [single]
      + notes.enumerated().map { "Note (\($0 + 1)): \($1)" }
      + ["Note: \(ASCIIText.escaped(options.source))", single]
  }
}
