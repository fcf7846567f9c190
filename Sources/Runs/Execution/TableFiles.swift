import Exports
import Records
import Support
import Synchronization
import Tables

/// The files of tables, which grow while their rows are made.
final class TableFiles: Sendable {
  /// A table on its way.
  private struct Entry {
    let schema: TableSchema
    let sink: any TableSink
    var rows = 0
  }

  private let meta: [JSONValue.Member]
  private let begin: @Sendable (String) throws(FileError) -> any TableSink
  private let entries = Mutex<[String: Entry]>([:])

  /// - Parameters:
  ///   - meta: What each table says of where it comes from.
  ///   - begin: Begins a file that has a path inside the run.
  init(
    meta: [JSONValue.Member],
    _ begin: @escaping @Sendable (String) throws(FileError) -> any TableSink
  ) {
    (self.meta, self.begin) = (meta, begin)
  }

  /// Takes the rows of tables that follow, each with its text.
  func take(_ tables: [Table], _ texts: [[UInt8]]) throws(FileError) {
    try entries.withLock { entries throws(FileError) in
      for (table, text) in zip(tables, texts) {
        var entry = if let known = entries[table.name] { known } else { try begun(table.schema) }
        try entry.sink.append(text)
        entry.rows += table.rowCount
        entries[table.name] = entry
      }
    }
  }

  private func begun(_ schema: TableSchema) throws(FileError) -> Entry {
    let entry = Entry(schema: schema, sink: try begin(Self.path(of: schema.name)))
    try entry.sink.append(ECSVWriter.header(of: schema, meta: meta))
    return entry
  }

  private static func path(of table: String) -> String { "tables/\(table).ecsv" }

  /// Ends the file of a table.
  ///
  /// - Returns: What it holds, how many rows, and the file.
  func finish(
    _ table: String
  ) throws(FileError) -> (schema: TableSchema, rows: Int, file: RunFile) {
    guard let entry = entries.withLock({ $0.removeValue(forKey: table) }) else {
      preconditionFailure("table '\(table)' was made")
    }
    let (size, hash) = (entry.sink.size, try entry.sink.finish())
    return (
      entry.schema, entry.rows, RunFile(Self.path(of: table), written: hash, size: size)
    )
  }
}
