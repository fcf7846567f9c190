import Exports
package import Plans
import Records
import Specs
package import Support
import Tables

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Carries out plans.
package struct Runner: Sendable {
  package let store: RunStore
  package let jobs: Int
  package let cancellation: Cancellation
  /// The program, under whose name records are kept.
  package let build: Build
  /// How the program was called, for the journal.
  package let call: ProgramCall?

  package init(
    store: RunStore, jobs: Int, cancellation: Cancellation, build: Build = .running,
    call: ProgramCall? = nil
  ) {
    self.call = call
    self.store = store
    self.jobs = jobs
    self.cancellation = cancellation
    self.build = build
  }

  /// Computes a plan or a part of it, goes on where others stopped, and publishes what is complete.
  ///
  /// A run of the same identity under another name is taken over.
  ///
  /// - Parameters:
  ///   - plan: What to run.
  ///   - shard: Which part of it.
  ///   - begin: Called before the first unit, with what was there.
  ///   - observe: Called with the number of units of the part that are done so far.
  /// - Returns: The run and its tables, or what is missing of it.
  /// - Throws: ``DamagedRun`` if the run is there and lacks files of its record, ``FileError`` if
  ///   the machine fails, ``Interrupted`` if the user stops it; what was computed is kept.
  package func run(
    _ plan: Plan, shard: Shard = .whole, begin: (Continuation) -> Void = { _ in },
    observe: @escaping @Sendable (Int) -> Void
  ) throws -> RunEnding {
    let started = Date()
    let clock = ContinuousClock.now
    let partial = PartialRun(of: plan, in: store)
    if let run = try store.wholeRun(of: plan) {
      try? partial.clear()
      return .published(try outcome(plan, run, from: .there, since: clock))
    }
    let layout = RecordLayout(plan, by: build)
    let contribution = try Contribution(to: partial, shard, layout)
    defer { contribution.leave() }
    if let twin = try RunTwin(of: plan, in: store) {
      let files = files(of: plan, from: twin, started, clock)
      guard let run = try publish(plan, files, contribution) else {
        throw Interrupted(kept: 0, of: layout.unitCount)
      }
      return .published(try outcome(plan, run, from: .twin(twin.name), since: clock))
    }
    var execution = UnitExecution(
      plan: plan, shard: shard, contribution: contribution, jobs: jobs,
      cancellation: cancellation, observe: observe, records: UnitRecords(layout),
      reading: RecordReading(partial, of: plan, layout))
    begin(try execution.begin())
    try execution.run { store.has(plan) }
    if cancellation.isRequested { throw execution.interruption }
    let missing = try execution.missingElsewhere()
    if let run = try store.wholeRun(of: plan) {
      contribution.finish()
      let origin = execution.computed == 0 ? RunOutcome.Origin.there : .computed
      return .published(
        try outcome(plan, run, from: origin, computed: execution.computed, since: clock))
    }
    if let missing {
      return .waiting(
        ShardOutcome(
          plan: plan, shard: shard, computed: execution.computed, missing: missing,
          seconds: clock.duration(to: .now).inSeconds))
    }
    let results = plan.results(
      from: execution.records.values, by: ThreadWorkers(jobs: jobs)
    ) { [cancellation] in cancellation.isRequested }
    let computed = execution.computed + plan.scannedCount
    guard let files = try files(of: plan, results, computed, started, clock),
      let run = try publish(plan, files, contribution)
    else { throw execution.interruption }
    return .published(
      try outcome(
        plan, run, results.tables, from: .computed, computed: computed, since: clock))
  }

  /// What is missing of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - store: Where its records are.
  ///   - build: The program that is to go on with them.
  /// - Returns: `nil` if nothing is missing, or the run is published, under this name or another.
  /// - Throws: ``DamagedRun`` if the run is there and lacks files of its record, ``FileError`` if
  ///   the folder of runs or a log that is needed cannot be read.
  package static func missing(
    of plan: Plan, in store: RunStore, for build: Build = .running
  ) throws -> MissingUnits? {
    guard Files.isFolder(store.root) || Files.isMissing(store.root) else {
      throw FileError("use", store.root, "it is no folder")
    }
    if try store.wholeRun(of: plan) != nil { return nil }
    if try RunTwin(of: plan, in: store) != nil { return nil }
    var records = UnitRecords(RecordLayout(plan, by: build))
    var reading = RecordReading(PartialRun(of: plan, in: store), of: plan, records.layout)
    try reading.update(&records)
    let missing = MissingUnits(
      records, of: plan, divisions: reading.divisions, foreign: reading.foreign)
    // What a log holds that cannot be read is not known to be missing.
    if missing != nil, let failure = reading.unreadable.first { throw failure }
    // Nor is it known whose records are another's.
    if missing?.foreign.isEmpty == false, let failure = Build.failure { throw failure }
    return missing
  }

  /// Publishes a run, unless another process was faster.
  private func publish(
    _ plan: Plan, _ files: [RunFile], _ contribution: Contribution
  ) throws(FileError) -> StoredRun? {
    do throws(FileError) {
      return try store.publish(
        plan.runName, files, keeping: plan.keptOriginals, from: contribution, unless: cancellation)
    } catch {
      // What failed here does not matter if the run is there all the same.
      guard let run = try store.run(of: plan) else { throw error }
      return run
    }
  }

  /// What is known of a run; its tables are read where they are not at hand.
  private func outcome(
    _ plan: Plan, _ run: StoredRun, _ made: TableSet? = nil, from origin: RunOutcome.Origin,
    computed: Int = 0, since clock: ContinuousClock.Instant
  ) throws -> RunOutcome {
    let tables = try made ?? storedTables(of: run, plan)
    return RunOutcome(
      plan: plan, run: run, tables: tables,
      expectations: plan.spec.expectations.map { ExpectationOutcome($0, tables) },
      origin: origin, computed: computed,
      seconds: clock.duration(to: .now).inSeconds)
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
}
