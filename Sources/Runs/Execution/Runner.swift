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
    let results = plan.results(from: records)
    let tables = results.tables
    if cancellation.isRequested {
      throw Interrupted(done: plan.unitCount, of: plan.unitCount)
    }
    let kept = plan.kept(tables)
    let files = tableFiles(kept)
    let digests = kept.map { table in
      let jobs = jobs
      return Scheduler.map(table.values.count, jobs: jobs) {
        ColumnDigest(table.schema.columns[$0], table.values[$0])
      }
    }
    let manifest = Manifest(
      plan, tables: Array(zip(kept, files)), columns: digests, results: results)
    let journal = Journal(
      started: started, seconds: clock.duration(to: .now).inSeconds, jobs: jobs,
      units: plan.unitCount)
    let record = [
      RunFile("spec.json", plan.spec.resolved.readableBytes),
      RunFile("manifest.json", manifest.json.readableBytes),
      RunFile("journal.json", journal.json.readableBytes),
    ]
    if cancellation.isRequested {
      throw Interrupted(done: plan.unitCount, of: plan.unitCount)
    }
    let run = try store.publish(plan.runName, files + record)
    return try outcome(plan, run, tables, wasThere: false, since: clock)
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

  /// The files of some tables; rows are spelled on all threads.
  private func tableFiles(_ tables: [Table]) -> [RunFile] {
    let rowsPerPart = 4096
    return tables.map { table in
      let parts = Scheduler.map((table.rowCount + rowsPerPart - 1) / rowsPerPart, jobs: jobs) {
        ECSVWriter.rows(
          of: table, ($0 * rowsPerPart)..<min(($0 + 1) * rowsPerPart, table.rowCount))
      }
      return RunFile(
        "tables/\(table.name).ecsv", parts.reduce(into: ECSVWriter.header(of: table)) { $0 += $1 })
    }
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
