import Tables

/// Binary tables of the Flexible Image Transport System.
///
/// - SeeAlso: FITS Standard 4.0, section 7.3.
enum FITSFormat: FileFormat {
  static let name = "fits"
  static let suffix = "fits"
  static let summary = "FITS with a binary table for each table, with units and checksums"
  static let holdsSeveral = true
  static let isText = false
  static let rules = [
    "A missing real number is NaN, a missing whole number `TNULL`, a missing word empty, and so "
      + "is an empty word.",
    "Flags of a column that lacks some are bytes 0 and 1, and 255 for what is missing; others are "
      + "logical values.",
    "A character of a word beyond printable ASCII is `\\uXXXX`, and so is a blank at its end.",
    "In names of columns a character that is no letter, digit or underscore becomes an "
      + "underscore, one beyond ASCII `uXXXX`; a comment in the head has the name as it was.",
    "Meanings of columns, in `TCOMM`, are cut at 68 characters.",
  ]

  static func mistakes(in tables: [ExportedTable]) -> [String] {
    let wide = tables.filter { $0.schema.columns.count > FITSTable.mostColumns }.map {
      "'\($0.name)' has \($0.schema.columns.count) columns, and a table of FITS has "
        + "\(FITSTable.mostColumns) at most"
    }
    return wide + WordCheck.mistakes(in: tables, ASCIIText.escaped)
  }

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    try sink(FITSTable.primary(options.source))
    for table in tables { try FITSTable(table.rounded(to: options.digits)).write(to: sink) }
  }
}
