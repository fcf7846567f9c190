import Machine
package import Plans
import Records
import Specs
package import Support
import Tables

/// Carries out plans.
package struct Runner: Sendable {
  package let store: RunStore
  package let jobs: Int
  package let cancellation: Cancellation
  /// The program, under whose name records are kept.
  package let build: Build
  /// How the program was called, for the journal.
  package let call: ProgramCall?
  /// Parts of the plans, beside what is in the store.
  package let parts: GivenParts

  /// How many cells are made into rows together; `nil` for as many as serve well.
  let cellsAtATime: Int?
  /// Called with the number of the cell behind those that are made into rows next.
  let madeCells: @Sendable (Int) -> Void

  package init(
    store: RunStore, jobs: Int, cancellation: Cancellation, build: Build = .running,
    call: ProgramCall? = nil, parts: GivenParts = .none, cellsAtATime: Int? = nil,
    madeCells: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    (self.call, self.parts) = (call, parts)
    self.cellsAtATime = cellsAtATime
    self.madeCells = madeCells
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
    let started = Moment.now
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
      do {
        let run = try publish(plan, from: twin, contribution, started, clock)
        return .published(try outcome(plan, run, from: .twin(twin.name), since: clock))
      } catch is Stopped {
        throw Interrupted(kept: 0, of: layout.unitCount)
      }
    }
    var records = UnitRecords(layout)
    let found = parts.read(plan, &records)
    var execution = UnitExecution(
      plan: plan, shard: shard, units: Dealing(plan).units(of: shard), contribution: contribution,
      jobs: jobs, cancellation: cancellation, observe: observe, records: records,
      reading: RecordReading(partial, of: plan, layout))
    begin(try execution.begin(after: found.notices))
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
    let computed = execution.computed + plan.scannedCount
    do {
      let (run, found) = try publish(
        plan, execution.records, contribution, computed: computed, started, clock)
      return .published(
        outcome(plan, run, found, from: .computed, computed: computed, since: clock))
    } catch is Stopped {
      throw execution.interruption
    } catch let error as FileError {
      // Another process that published the run removes the logs that it was made of.
      guard let run = try store.wholeRun(of: plan) else { throw error }
      contribution.finish()
      return .published(
        try outcome(plan, run, from: .computed, computed: computed, since: clock))
    }
  }

  /// What is missing of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - store: Where its records are.
  ///   - parts: Files with parts of it.
  ///   - count: How many parts there are to be; `nil` if logs and parts are to tell.
  ///   - build: The program that is to go on with them.
  /// - Returns: `nil` if nothing is missing, or the run is published, under this name or another.
  /// - Throws: ``DamagedRun`` if the run is there and lacks files of its record, ``FileError`` if
  ///   the folder of runs or a log that is needed cannot be read.
  package static func missing(
    of plan: Plan, in store: RunStore, parts: GivenParts = .none, dividedBy count: Int? = nil,
    for build: Build = .running
  ) throws -> MissingUnits? {
    guard Files.isFolder(store.root) || Files.isMissing(store.root) else {
      throw FileError("use", store.root, "it is no folder")
    }
    if try store.wholeRun(of: plan) != nil { return nil }
    if try RunTwin(of: plan, in: store) != nil { return nil }
    var records = UnitRecords(RecordLayout(plan, by: build))
    var reading = RecordReading(PartialRun(of: plan, in: store), of: plan, records.layout)
    try reading.update(&records)
    let found = parts.read(plan, &records)
    let missing = MissingUnits(
      records, of: plan, divisions: count.map { [$0] } ?? reading.divisions.union(found.divisions),
      foreign: reading.foreign, parts: found)
    // What a log holds that cannot be read is not known to be missing.
    if missing != nil, let failure = reading.unreadable.first ?? found.failure { throw failure }
    // Nor is it known whose records are another's.
    if missing?.foreign.isEmpty == false, let failure = Build.failure { throw failure }
    return missing
  }

  /// What is known of a run whose tables have to be read.
  private func outcome(
    _ plan: Plan, _ run: StoredRun, from origin: RunOutcome.Origin, computed: Int = 0,
    since clock: ContinuousClock.Instant
  ) throws -> RunOutcome {
    outcome(
      plan, run, try RunFindings(of: run, plan), from: origin, computed: computed, since: clock)
  }

  private func outcome(
    _ plan: Plan, _ run: StoredRun, _ found: RunFindings, from origin: RunOutcome.Origin,
    computed: Int, since clock: ContinuousClock.Instant
  ) -> RunOutcome {
    RunOutcome(
      plan: plan, run: run, tables: found.tables, fits: found.fits,
      expectations: plan.spec.expectations.map { ExpectationOutcome($0, found.tables) },
      origin: origin, computed: computed,
      seconds: clock.duration(to: .now).inSeconds)
  }
}
