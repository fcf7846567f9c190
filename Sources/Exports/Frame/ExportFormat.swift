package import Tables

/// A format in which tables leave the house.
///
/// A format is an enum in a file of its own, a ``FileFormat`` or ``FolderFormat``, and a line in
/// ``ExportFormats``. It has no effects: it makes bytes.
package protocol ExportFormat: SendableMetatype {
  /// What `--format` calls it.
  static var name: String { get }
  /// Whether it is a file or a folder.
  static var form: ExportForm { get }
  /// The ending of its files, without the point.
  static var suffix: String { get }
  /// What a file of it holds, without an article or a final stop.
  static var summary: String { get }
  /// Whether a file holds several tables; otherwise every table has a file.
  static var holdsSeveral: Bool { get }
  /// Whether what it writes is text.
  static var isText: Bool { get }
  /// The program of the system that makes the file from what is written; `nil` where that is the
  /// file.
  static var program: String? { get }
  /// What it cannot hold as it is, and what stands instead: sentences.
  static var rules: [String] { get }

  /// Whether the catalogue and the measured points of the sample go with the tables.
  static var wantsSample: Bool { get }
  /// Which tables it takes, without an article or a final stop.
  static var tables: String { get }
  /// Whether it takes a table, whatever its rows are.
  static func takes(_ table: TableSchema) -> Bool

  /// What a reader may look for in a file of these tables, and does not find.
  static func notes(on tables: [ExportedTable]) -> [String]

  /// What keeps tables from being written.
  ///
  /// - Throws: What reading rows throws, where a format has to look at them.
  static func mistakes(in tables: [ExportedTable]) throws -> [String]
}

extension ExportFormat {
  package static var holdsSeveral: Bool { false }
  package static var isText: Bool { true }
  package static var program: String? { nil }
  package static var wantsSample: Bool { false }
  package static var tables: String { "any table" }
  package static func takes(_ table: TableSchema) -> Bool { true }
  package static func notes(on tables: [ExportedTable]) -> [String] { [] }
  package static func mistakes(in tables: [ExportedTable]) throws -> [String] { [] }
}
