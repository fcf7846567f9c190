package import Exports

extension StoredTable {
  /// The table for an export, which reads it once if it is small, and each time its rows are asked
  /// for if it is not.
  ///
  /// - Throws: ``FileError`` if the file cannot be read or is not what it was; and so does whoever
  ///   asks for rows.
  package func exported() throws -> ExportedTable {
    try ExportedTable(schema) { body in
      let rows = try rows()
      while let part = try rows.next() { try body(part) }
      try check(rows)
    }
  }
}
