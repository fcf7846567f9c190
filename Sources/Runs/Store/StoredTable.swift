import Exports
import Support
package import Tables

/// A table of a run on disk, which is read part by part.
package struct StoredTable {
  private let file: String
  /// What the table holds; of long vocabularies, words are known as they are read.
  package let schema: TableSchema
  private let sha256: String

  /// - Parameters:
  ///   - file: The file.
  ///   - schema: The table that it should hold.
  ///   - sha256: The hash that it should have.
  init(_ file: String, _ schema: TableSchema, sha256: String) {
    (self.file, self.schema, self.sha256) = (file, schema, sha256)
  }

  /// Reads all rows.
  ///
  /// - Parameter body: Takes the rows of each part, with the vocabularies as far as they are known;
  ///   there is one part at least. What it took is worth nothing if an error is thrown.
  /// - Throws: ``FileError`` if the file cannot be read or is not what it was.
  package func forEachPart(_ body: (Table) -> Void) throws(FileError) {
    let rows = try rows()
    while let part = try rows.next() { body(part) }
    try check(rows)
  }

  /// Begins to read the rows; they are worth nothing before ``check(_:)``.
  func rows() throws(FileError) -> StoredRows { try StoredRows(file, schema) }

  /// Holds all rows that were read against what the manifest says.
  ///
  /// - Throws: ``FileError`` if the file is not what it was.
  func check(_ rows: StoredRows) throws(FileError) {
    let found = rows.ending
    // A file that has changed is told of before what does not fit in it.
    guard found.sha256 == sha256 else {
      throw FileError("use", file, "it has changed since the run was made; move the run away")
    }
    if let mismatch = found.mismatch {
      throw FileError("read", file, "line \(mismatch.line): \(mismatch.message)")
    }
  }

  /// Reads all rows of a file, whatever its hash.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - schema: The table that it should hold.
  ///   - body: Takes the rows of each part.
  /// - Returns: The hash of the file, and what does not fit in it.
  /// - Throws: ``FileError`` if it cannot be read.
  static func parts(
    of file: String, _ schema: TableSchema, _ body: (Table) -> Void
  ) throws(FileError) -> (sha256: String, mismatch: ECSVReader.Mismatch?) {
    let rows = try StoredRows(file, schema)
    while let part = try rows.next() { body(part) }
    return rows.ending
  }
}
