import Support
import Tables

/// Tables as JSON.
enum JSONFormat: FileFormat {
  static let name = "json"
  static let suffix = "json"
  static let summary =
    "an object with the tables: names, keys, columns with kinds and units, rows as objects"
  static let holdsSeveral = true
  static let rules = ["A missing value is null."]

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    func put(_ text: String) throws { try sink(Array(text.utf8)) }
    try put("{\"source\": \(quoted(options.source)), \"tables\": [")
    for (index, table) in tables.enumerated() {
      try put(index == 0 ? "\n" : ",\n")
      try write(table.rounded(to: options.digits), to: sink)
    }
    try put("\n]}\n")
  }

  private static func write(_ table: ExportedTable, to sink: ([UInt8]) throws -> Void) throws {
    let columns = table.schema.columns
    let head = columns.map { column in
      JSONValue.object([
        .init("name", .string(column.name)), .init("kind", .string(kind(column.kind))),
        .init("unit", .string(column.unit)), .init("description", .string(column.summary)),
      ]).canonicalText
    }
    let keys = table.schema.keys.map(quoted).joined(separator: ", ")
    try sink(
      Array(
        ("{\"name\": \(quoted(table.name)), \"keys\": [\(keys)],\n \"columns\": [\n  "
          + "\(head.joined(separator: ",\n  "))\n ],\n \"rows\": [").utf8))
    let spelling = TextRows.Spelling(missing: "null", no: "false", yes: "true", word: quoted)
    let rows = TextRows(
      table.schema, spelling,
      before: { ($0 == 0 ? "\n  {" : ", ") + "\(quoted(columns[$0].name)): " }, end: "},")
    // The last row has no comma behind it: it is known to be the last when the next does not come.
    var kept: [UInt8] = []
    try rows.write(table) { piece in
      if !kept.isEmpty { try sink(kept) }
      kept = piece
    }
    try sink(kept.dropLast() + Array("\n ]}".utf8))
  }

  private static func kind(_ kind: ColumnSchema.Kind) -> String {
    switch kind {
    case .real: "real"
    case .integer: "integer"
    case .flag: "flag"
    case .word: "word"
    }
  }

  private static func quoted(_ text: String) -> String { JSONValue.string(text).canonicalText }
}
