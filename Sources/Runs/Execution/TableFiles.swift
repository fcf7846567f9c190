import Exports
import Records
import Support
import Synchronization
import Tables

/// The hashes of the files of tables, which grow while rows are made, and the files themselves.
///
/// Hashing takes longer than writing, so that two threads may share the work.
final class TableFiles: Sendable {
  /// What a file has so far.
  private struct Hashed {
    let schema: TableSchema
    var rows = 0
    var size = 0
    var hash = SHA256()

    mutating func take(_ bytes: [UInt8]) {
      hash.update(bytes)
      size += bytes.count
    }
  }

  private let meta: [JSONValue.Member]
  /// Where the files are written; `nil` for hashes alone.
  private let publication: Publication?
  private let hashed = Mutex<[String: Hashed]>([:])
  private let written = Mutex<[String: GrowingFile]>([:])

  /// - Parameters:
  ///   - meta: What each table says of where it comes from.
  ///   - publication: Where the files are written; `nil` for hashes alone.
  init(meta: [JSONValue.Member], in publication: Publication?) {
    (self.meta, self.publication) = (meta, publication)
  }

  private static func path(of table: String) -> String { "tables/\(table).ecsv" }

  /// Hashes the rows of tables that follow, each with its text.
  func hash(_ tables: [Table], _ texts: [[UInt8]]) {
    hashed.withLock { hashed in
      for (table, text) in zip(tables, texts) {
        var own = hashed.removeValue(forKey: table.name) ?? begun(table.schema)
        own.take(text)
        own.rows += table.rowCount
        hashed[table.name] = own
      }
    }
  }

  private func begun(_ schema: TableSchema) -> Hashed {
    var own = Hashed(schema: schema)
    own.take(ECSVWriter.header(of: schema, meta: meta))
    return own
  }

  /// Writes the rows of tables that follow.
  func write(_ tables: [Table], _ texts: [[UInt8]]) throws(FileError) {
    guard let publication else { return }
    try written.withLock { written throws(FileError) in
      for (table, text) in zip(tables, texts) {
        if let file = written[table.name] {
          try file.append(text)
        } else {
          let file = try publication.begin(Self.path(of: table.name))
          try file.append(ECSVWriter.header(of: table.schema, meta: meta))
          try file.append(text)
          written[table.name] = file
        }
      }
    }
  }

  /// Ends the file of a table.
  ///
  /// - Returns: What it holds, how many rows, and the file.
  func finish(
    _ table: String
  ) throws(FileError) -> (schema: TableSchema, rows: Int, file: RunFile) {
    guard let own = hashed.withLock({ $0.removeValue(forKey: table) }) else {
      preconditionFailure("table '\(table)' was made")
    }
    try written.withLock { $0.removeValue(forKey: table) }?.finish()
    let file = RunFile(
      Self.path(of: table), written: Fingerprint(hash: own.hash.finish()), size: own.size)
    return (own.schema, own.rows, file)
  }
}
