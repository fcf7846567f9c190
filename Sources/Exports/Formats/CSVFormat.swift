import Tables

/// Comma separated values.
///
/// - SeeAlso: RFC 4180.
enum CSVFormat: FileFormat {
  static let name = "csv"
  static let suffix = "csv"
  static let summary = "comma separated values as of RFC 4180, with the names in the first line"
  static let rules = [
    "Units and meanings of columns are left out.",
    "A missing value is an empty field, an empty word `\"\"`; flags are `True` and `False`.",
    "Lines end with CR and LF.",
  ]

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    for table in tables.map({ $0.rounded(to: options.digits) }) {
      let names = table.schema.columns.map { field($0.name) }.joined(separator: ",")
      try sink(Array("\(names)\r\n".utf8))
      let spelling = TextRows.Spelling(missing: "", no: "False", yes: "True", word: field)
      let rows = TextRows(
        table.schema, spelling, before: { $0 == 0 ? "" : "," }, end: "\r\n")
      try rows.write(table, to: sink)
    }
  }

  /// A field, in quotes where it needs them.
  private static func field(_ text: String) -> String {
    let special = [",", "\"", "\n", "\r", " ", "#"].map { UInt8(ascii: $0) }
    guard text.isEmpty || text.utf8.contains(where: special.contains) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
