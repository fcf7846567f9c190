import Tables

/// A VOTable of the Virtual Observatory.
///
/// - SeeAlso: Ochsenbein et al. 2019, VOTable Format Definition Version 1.4.
enum VOTableFormat: FileFormat {
  static let name = "votable"
  static let suffix = "vot"
  static let summary = "VOTable 1.4 with the rows as TABLEDATA and units as VOUnits has them"
  static let holdsSeveral = true
  static let rules = [
    "A missing value is an empty cell, and so is an empty word.",
    "A control character in a word is `\\uXXXX`, and so is a blank at its end, which readers "
      + "strip.",
    "Words beyond ASCII make a column of `unicodeChar`.",
  ]

  static func mistakes(in tables: [ExportedTable]) -> [String] {
    WordCheck.mistakes(in: tables, escaped)
  }

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    func put(_ text: String) throws { try sink(Array(text.utf8)) }
    try put(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
      <RESOURCE>
      <INFO name="source" value="\(XMLText.escaped(options.source))"/>

      """)
    for table in tables.map({ $0.rounded(to: options.digits) }) {
      try put("<TABLE name=\"\(XMLText.escaped(table.name))\" nrows=\"\(table.rowCount)\">\n")
      for column in table.schema.columns {
        let unit =
          column.unit.isEmpty
          ? "" : " unit=\"\(XMLText.escaped(UnitText.virtualObservatory(column.unit)))\""
        try put(
          "<FIELD name=\"\(XMLText.escaped(column.name))\" \(type(column))\(unit)>"
            + "<DESCRIPTION>\(XMLText.escaped(column.summary))</DESCRIPTION></FIELD>\n")
      }
      try put("<DATA>\n<TABLEDATA>\n")
      let spelling = TextRows.Spelling(missing: "", no: "false", yes: "true") {
        XMLText.escaped(escaped($0))
      }
      let rows = TextRows(
        table.schema, spelling, before: { $0 == 0 ? "<TR><TD>" : "</TD><TD>" },
        end: "</TD></TR>\n")
      try rows.write(table, to: sink)
      try put("</TABLEDATA>\n</DATA>\n</TABLE>\n")
    }
    try put("</RESOURCE>\n</VOTABLE>\n")
  }

  private static func type(_ column: ColumnSchema) -> String {
    switch column.kind {
    case .real: "datatype=\"double\""
    case .integer: "datatype=\"long\""
    case .flag: "datatype=\"boolean\""
    case .word:
      column.words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        ? "datatype=\"char\" arraysize=\"*\"" : "datatype=\"unicodeChar\" arraysize=\"*\""
    }
  }

  /// A word whose characters XML keeps.
  private static func escaped(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    return scalars.enumerated().map { index, scalar in
      let isAtEnd = index == 0 || index == scalars.count - 1
      let isControl = scalar.value < 0x20 || 0x7f...0x9f ~= scalar.value || scalar.value > 0xfffd
      return isControl || (scalar == " " && isAtEnd)
        ? ASCIIText.escape(scalar) : String(scalar)
    }.joined()
  }
}
