import Support
package import Tables

/// What a manifest says of a table: its file, its keys and its columns.
package struct TableRecord: Equatable, Sendable {
  package let name: String
  /// The path inside the run.
  package let file: String
  /// 64 hexadecimal digits.
  package let sha256: String
  package let bytes: Int
  package let rows: Int
  /// The key columns that are axes of the grid.
  package let axes: [String]
  /// All key columns, axes first.
  package let keys: [String]
  /// The axes of the plan that have one value only.
  package let constants: [String]
  package let columns: [ColumnRecord]

  /// The record of a table that was made.
  package init(
    _ schema: TableSchema, rows: Int, in file: RunFile, _ columns: [ColumnRecord]
  ) {
    self.init(
      schema.name, file.path, file.sha256, file.size, rows, schema.axes, schema.keys,
      schema.axes.filter(schema.constants.contains), columns)
  }

  private init(
    _ name: String, _ file: String, _ sha256: String, _ bytes: Int, _ rows: Int,
    _ axes: [String], _ keys: [String], _ constants: [String], _ columns: [ColumnRecord]
  ) {
    (self.name, self.file, self.sha256, self.bytes, self.rows) = (name, file, sha256, bytes, rows)
    (self.axes, self.keys, self.constants, self.columns) = (axes, keys, constants, columns)
  }

  static let codec = RecordCodec<TableRecord>.object(
    TableRecord.init(_:_:_:_:_:_:_:_:_:),
    RecordField("name", \.name, .text),
    RecordField("file", \.file, .innerPath),
    RecordField("sha256", \.sha256, .sha256),
    RecordField("bytes", \.bytes, .count),
    RecordField("rows", \.rows, .count),
    RecordField("axes", \.axes, RecordCodec.text.list),
    RecordField("keys", \.keys, RecordCodec.text.list),
    RecordField("constants", \.constants, RecordCodec.text.list),
    RecordField("columns", \.columns, ColumnRecord.codec.list)
  )
  .checking { table, node, report in
    if table.columns.prefix(table.keys.count).map(\.name) != table.keys {
      report.error(
        "the keys of table '\(table.name)' are not its first columns", at: node["keys"]?.place)
    }
    var known: Set<String> = []
    for (index, column) in table.columns.enumerated() {
      let place = node["columns"]?.array?[index].place
      if !known.insert(column.name).inserted {
        report.error("a second column '\(column.name)' in table '\(table.name)'", at: place)
      }
      if column.content.missing > table.rows {
        report.error(
          "column '\(column.name)' lacks more values than table '\(table.name)' has rows",
          at: place)
      }
    }
  }

  /// What the table holds.
  package var schema: TableSchema {
    TableSchema(
      name, axes: axes, keys: keys, constants: Set(constants), columns: columns.map(\.schema))
  }
}
