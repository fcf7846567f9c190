/// A format that makes a file.
package protocol FileFormat: ExportFormat {
  /// Writes tables.
  ///
  /// - Parameters:
  ///   - tables: One at least; one at most where ``ExportFormat/holdsSeveral`` is false.
  ///   - options: How.
  ///   - sink: Takes the pieces of the file in their order.
  /// - Throws: What the sink or reading rows throws.
  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void) throws
}

extension FileFormat {
  package static var form: ExportForm { .file(self) }
}
