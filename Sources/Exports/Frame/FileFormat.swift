package import Tables

/// A format that makes a file.
package protocol FileFormat: ExportFormat {
  /// Writes tables.
  ///
  /// - Parameters:
  ///   - tables: One at least; one at most where ``ExportFormat/holdsSeveral`` is false.
  ///   - options: How.
  ///   - sink: Takes the pieces of the file in their order.
  /// - Throws: What the sink throws.
  static func write(
    _ tables: [Table], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void) throws
}

extension FileFormat {
  package static var form: ExportForm { .file(self) }
}
