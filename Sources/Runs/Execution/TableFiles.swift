import Exports
import Records
import Support
import Tables

/// The tables of a run as the files that it keeps and as its manifest has them.
struct TableFiles {
  private static let rowsPerPart = 4096

  let files: [RunFile]
  let records: [TableRecord]

  /// Spells tables on all threads; `nil` if a stop was requested.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - meta: What each says of where it comes from.
  ///   - jobs: How many threads.
  ///   - cancellation: A request to stop.
  init?(
    _ tables: [Table], meta: [JSONValue.Member], jobs: Int, unless cancellation: Cancellation
  ) {
    var (files, records) = ([RunFile](), [TableRecord]())
    for table in tables {
      guard let parts = Self.parts(of: table, meta, jobs, cancellation),
        let (file, columns) = Self.hashed(table, parts, jobs, cancellation)
      else { return nil }
      files.append(file)
      records.append(TableRecord(table, in: file, columns))
    }
    (self.files, self.records) = (files, records)
  }

  /// The text of a table, in parts.
  private static func parts(
    of table: Table, _ meta: [JSONValue.Member], _ jobs: Int, _ cancellation: Cancellation
  ) -> [[UInt8]]? {
    let count = (table.rowCount + rowsPerPart - 1) / rowsPerPart
    let parts = Scheduler.map(count, jobs: jobs, cancellation: cancellation) {
      ECSVWriter.rows(of: table, ($0 * rowsPerPart)..<min(($0 + 1) * rowsPerPart, table.rowCount))
    }
    return parts.map { [ECSVWriter.header(of: table, meta: meta)] + $0 }
  }

  /// The hashes of a file and of each column.
  ///
  /// That of the file can only be worked out in one go, and takes longest: it comes first, and the
  /// columns beside it.
  private static func hashed(
    _ table: Table, _ parts: [[UInt8]], _ jobs: Int, _ cancellation: Cancellation
  ) -> (RunFile, [ColumnRecord])? {
    let results = Scheduler.map(
      1 + table.values.count, jobs: jobs, cancellation: cancellation
    ) { index -> Hashed in
      guard index > 0 else {
        let path = "tables/\(table.name).ecsv"
        return RunFile(path, parts: parts, unless: cancellation).map { .file($0) } ?? .stopped
      }
      return .column(ColumnRecord(table.schema.columns[index - 1], table.values[index - 1]))
    }
    guard let results, case .file(let file)? = results.first else { return nil }
    let columns = results.compactMap { result -> ColumnRecord? in
      guard case .column(let record) = result else { return nil }
      return record
    }
    return (file, columns)
  }

  /// What was hashed.
  private enum Hashed {
    case file(RunFile)
    case column(ColumnRecord)
    /// A stop was requested.
    case stopped
  }
}
