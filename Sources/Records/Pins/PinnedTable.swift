import Support

/// What a pin says of a table.
package struct PinnedTable: Equatable, Sendable {
  package let name: String
  package let rows: Int
  package let keys: [String]
  package let content: Content

  /// How closely a table is pinned.
  package enum Content: Equatable, Sendable {
    /// Column by column.
    case columns([PinnedColumn])
    /// By the first digits of one digest of all its columns.
    case whole(String)
  }

  init(name: String, rows: Int, keys: [String], content: Content) {
    (self.name, self.rows, self.keys, self.content) = (name, rows, keys, content)
  }

  /// A table column by column.
  package init(_ table: TableRecord) {
    self.init(
      name: table.name, rows: table.rows, keys: table.keys,
      content: .columns(table.columns.map { PinnedColumn($0) }))
  }

  /// The same table, its columns in one digest.
  var asWhole: PinnedTable {
    PinnedTable(name: name, rows: rows, keys: keys, content: .whole(digest))
  }

  /// The digest of all columns; statistics follow from them.
  package var digest: String {
    switch content {
    case .whole(let digest): return digest
    case .columns(let columns):
      let all: JSONValue = [
        "rows": .number(Double(rows)), "keys": .array(keys.map { .string($0) }),
        "columns": .array(
          columns.map {
            [.string($0.name), .string($0.kind.rawValue), .string($0.unit), .string($0.digest)]
          }),
      ]
      return String(Fingerprint(of: all).description.prefix(PinnedColumn.digits))
    }
  }
}
