import Tables

/// Tables for papers.
enum LaTeXFormat: FileFormat {
  static let name = "latex"
  static let suffix = "tex"
  static let summary =
    "LaTeX table in the style of AASTeX, of booktabs, or of Astronomy & Astrophysics"
  static let rules = [
    "A value and its error `e_…` share a cell, rounded to two digits of the error; so do a value "
      + "and the ends of its interval, `…_p16` and `…_p84` or `…_lower` and `…_upper`.",
    "Other numbers have four significant digits, or as many as `--digits` says.",
    "Flags are yes and no; a missing value is `\\nodata` or dots.",
    "Greek letters are set as symbols; a letter beyond Latin-1 and Greek is `[U+XXXX]`, a control "
      + "character a blank.",
    "In the styles `booktabs` and `aa` a table of more than 50 rows is a `longtable`.",
  ]

  /// The significant digits of numbers without an error.
  private static let usualDigits = 4

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    for exported in tables {
      let table = try exported.whole()
      let frame = LaTeXFrame(options.style, rows: table.rowCount)
      let cells = LaTeXCell.cells(
        of: table, digits: options.digits ?? usualDigits, missing: frame.missing)
      let source = "% \(options.source)".replacing("\n", with: " ")
      try sink(Array("\(source)\n\(frame.head(table, cells))".utf8))
      for start in stride(from: 0, to: table.rowCount, by: 1000) {
        let end = min(start + 1000, table.rowCount)
        let rows = (start..<end).map { row in
          let line = cells.map { $0.text(row) }.joined(separator: " & ")
          return row == table.rowCount - 1 ? line + frame.lastEnd : "\(line) \\\\\n"
        }
        try sink(Array(rows.joined().utf8))
      }
      try sink(Array(frame.foot.utf8))
    }
  }
}
