import Exports
import Plans
import Records
import Specs
import Support
import Tables

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Runner {
  /// Every file of a finished run; `nil` if a stop was requested.
  func files(
    of plan: Plan, _ results: RunResults, _ computed: Int, _ started: Date,
    _ clock: ContinuousClock.Instant
  ) throws -> [RunFile]? {
    let kept = plan.kept(results.tables)
    guard let files = all(kept.map(file)), let columns = all(kept.map(columns)) else { return nil }
    let tables = zip(zip(kept, files), columns).map { TableRecord($0.0, in: $0.1, $1) }
    let manifest = Manifest(plan, tables: tables, results: results)
    return completed(
      files + [RunFile(ManifestFile.name, manifest.json.readableBytes)], plan,
      journal(of: plan, computed: computed, started, clock))
  }

  /// Every file of a run that takes over what its twin holds.
  func files(
    of plan: Plan, from twin: RunTwin, _ started: Date, _ clock: ContinuousClock.Instant
  ) -> [RunFile] {
    completed(
      twin.files, plan, journal(of: plan, computed: 0, takenOver: twin.name, started, clock))
  }

  private func journal(
    of plan: Plan, computed: Int, takenOver twin: String? = nil, _ started: Date,
    _ clock: ContinuousClock.Instant
  ) -> Journal {
    Journal(
      from: started, lasting: clock.duration(to: .now).inSeconds, jobs: jobs,
      units: plan.unitCount, computed: computed, by: build, takenOver: twin)
  }

  /// Manifest and tables with the files that each run has of its own.
  private func completed(_ files: [RunFile], _ plan: Plan, _ journal: Journal) -> [RunFile] {
    RunChecksums.completing(
      files + [
        RunFile("spec.json", plan.spec.resolved.readableBytes),
        RunFile("journal.json", journal.json.readableBytes),
      ])
  }

  /// The values, if none of them is missing.
  private func all<Value>(_ values: [Value?]) -> [Value]? {
    let present = values.compactMap(\.self)
    return present.count == values.count ? present : nil
  }

  /// The file of a table; rows are spelled on all threads.
  private func file(of table: Table) -> RunFile? {
    let rowsPerPart = 4096
    let count = (table.rowCount + rowsPerPart - 1) / rowsPerPart
    let parts = Scheduler.map(count, jobs: jobs, cancellation: cancellation) {
      ECSVWriter.rows(of: table, ($0 * rowsPerPart)..<min(($0 + 1) * rowsPerPart, table.rowCount))
    }
    return parts.flatMap { parts in
      RunFile(
        "tables/\(table.name).ecsv", parts: [ECSVWriter.header(of: table)] + parts,
        unless: cancellation)
    }
  }

  private func columns(of table: Table) -> [ColumnRecord]? {
    Scheduler.map(table.values.count, jobs: jobs, cancellation: cancellation) {
      ColumnRecord(table.schema.columns[$0], table.values[$0])
    }
  }
}
