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
      guard let file = Self.file(of: table, meta, jobs, cancellation),
        let columns = Self.columns(of: table, jobs, cancellation)
      else { return nil }
      files.append(file)
      records.append(TableRecord(table, in: file, columns))
    }
    (self.files, self.records) = (files, records)
  }

  private static func file(
    of table: Table, _ meta: [JSONValue.Member], _ jobs: Int, _ cancellation: Cancellation
  ) -> RunFile? {
    let count = (table.rowCount + rowsPerPart - 1) / rowsPerPart
    let parts = Scheduler.map(count, jobs: jobs, cancellation: cancellation) {
      ECSVWriter.rows(of: table, ($0 * rowsPerPart)..<min(($0 + 1) * rowsPerPart, table.rowCount))
    }
    return parts.flatMap { parts in
      RunFile(
        "tables/\(table.name).ecsv", parts: [ECSVWriter.header(of: table, meta: meta)] + parts,
        unless: cancellation)
    }
  }

  private static func columns(
    of table: Table, _ jobs: Int, _ cancellation: Cancellation
  ) -> [ColumnRecord]? {
    Scheduler.map(table.values.count, jobs: jobs, cancellation: cancellation) {
      ColumnRecord(table.schema.columns[$0], table.values[$0])
    }
  }
}
