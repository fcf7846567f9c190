package import Experiments
import Foundation
import Reports
import Support

/// Carries out plans.
package struct Runner: Sendable {
  package let store: RunStore
  package let jobs: Int
  package let cancellation: Cancellation

  package init(store: RunStore, jobs: Int, cancellation: Cancellation) {
    self.store = store
    self.jobs = jobs
    self.cancellation = cancellation
  }

  /// Computes and publishes a plan, or finds it done.
  ///
  /// - Parameters:
  ///   - plan: What to run.
  ///   - observe: Called with the number of units done so far.
  /// - Returns: The run and its tables.
  /// - Throws: ``FileError`` if the machine fails, ``Interrupted`` if the user stops it.
  package func run(
    _ plan: Plan, observe: @escaping @Sendable (Int) -> Void
  ) throws -> RunOutcome {
    let started = Date()
    let clock = ContinuousClock.now
    if let run = try store.run(of: plan) {
      return try outcome(plan, run, try storedTables(of: run, plan), wasThere: true, since: clock)
    }
    let records = try Scheduler.records(
      of: plan, jobs: jobs, cancellation: cancellation, observe: observe)
    let results = plan.results(from: records) { [cancellation] in cancellation.isRequested }
    guard let files = try files(of: plan, results, started, clock),
      let run = try store.publish(plan.runName, files, unless: cancellation)
    else { throw Interrupted(done: plan.unitCount, of: plan.unitCount) }
    return try outcome(plan, run, results.tables, wasThere: false, since: clock)
  }

  private func outcome(
    _ plan: Plan, _ run: StoredRun, _ tables: TableSet, wasThere: Bool,
    since clock: ContinuousClock.Instant
  ) throws -> RunOutcome {
    RunOutcome(
      plan: plan, run: run, tables: tables,
      expectations: plan.spec.expectations.map { ExpectationOutcome($0, tables) },
      wasThere: wasThere, seconds: clock.duration(to: .now).inSeconds)
  }

  /// The tables that a run on disk keeps, and what expectations may look up in the catalogues.
  private func storedTables(of run: StoredRun, _ plan: Plan) throws -> TableSet {
    var tables = TableSet()
    for schema in plan.schemas.all {
      if let table = try run.table(schema.name, knowing: schema) { tables.add([table]) }
    }
    tables.add(plan.catalogues.filter { tables[$0.name] == nil })
    return tables
  }

  /// Every file of a finished run; `nil` if a stop was requested.
  private func files(
    of plan: Plan, _ results: RunResults, _ started: Date, _ clock: ContinuousClock.Instant
  ) throws -> [RunFile]? {
    let kept = plan.kept(results.tables)
    guard let files = all(kept.map(file)), let digests = all(kept.map(digests)) else { return nil }
    let manifest = Manifest(
      plan, tables: Array(zip(kept, files)), columns: digests, results: results)
    let journal = Journal(
      started: started, seconds: clock.duration(to: .now).inSeconds, jobs: jobs,
      units: plan.unitCount)
    return RunChecksums.completing(
      files + [
        RunFile("spec.json", plan.spec.resolved.readableBytes),
        RunFile("manifest.json", manifest.json.readableBytes),
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

  private func digests(of table: Table) -> [ColumnDigest]? {
    Scheduler.map(table.values.count, jobs: jobs, cancellation: cancellation) {
      ColumnDigest(table.schema.columns[$0], table.values[$0])
    }
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
