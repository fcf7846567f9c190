/// A format that makes a folder of files.
package protocol FolderFormat: ExportFormat {
  /// Writes tables.
  ///
  /// - Parameters:
  ///   - tables: One at least.
  ///   - options: How.
  ///   - file: Takes a file: its path in the folder, and its bytes. Each path comes once.
  /// - Throws: What `file` or reading rows throws.
  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions,
    file: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws
}

extension FolderFormat {
  package static var form: ExportForm { .folder(self) }
  package static var holdsSeveral: Bool { true }
  package static var isText: Bool { false }
}
