import Galaxies
import Machine
import Plans
import Records
import Specs
import Steps
import Support

extension Runner {
  /// Writes a finished run and publishes it.
  ///
  /// - Parameters:
  ///   - plan: What was computed.
  ///   - records: All records.
  ///   - contribution: What this process added.
  ///   - computed: How many units this process computed.
  ///   - started: When the run was begun.
  ///   - clock: The same on the clock that is not set.
  /// - Returns: The run, and what is held of its tables.
  /// - Throws: ``Stopped`` after a request, ``FileError`` if a file cannot be written or read.
  func publish(
    _ plan: Plan, _ records: UnitRecords, _ contribution: Contribution, computed: Int,
    _ started: Moment, _ clock: ContinuousClock.Instant
  ) throws -> (run: StoredRun, found: RunFindings) {
    let publication = try contribution.publication()
    let pass = TablePass(
      of: plan, jobs: jobs, cancellation: cancellation, cellsAtATime: cellsAtATime
    ) { [madeCells] computation, units in
      madeCells(plan.computations[computation].order[units.upperBound - 1].cell + 1)
      return try records.slice(units, of: computation)
    }
    let made = try pass.made(in: publication)
    let manifest = Manifest(plan, tables: made.records, results: made.results)
    let file = RunFile(ManifestFile.name, manifest.json.readableBytes)
    let run = try complete(
      publication, made.files + [file], plan,
      journal(of: plan, computed: computed, started, clock), contribution)
    return (run, RunFindings(tables: made.results.tables, fits: made.fits))
  }

  /// Takes over what the twin of a run holds, and publishes it; ``Stopped`` after a request.
  func publish(
    _ plan: Plan, from twin: RunTwin, _ contribution: Contribution, _ started: Moment,
    _ clock: ContinuousClock.Instant
  ) throws -> StoredRun {
    let publication = try contribution.publication()
    for file in twin.files {
      try publication.copy(file, from: twin.path, unless: cancellation)
      if cancellation.isRequested { throw Stopped() }
    }
    return try complete(
      publication, twin.files, plan,
      journal(of: plan, computed: 0, takenOver: twin.name, started, clock), contribution)
  }

  private func journal(
    of plan: Plan, computed: Int, takenOver twin: String? = nil, _ started: Moment,
    _ clock: ContinuousClock.Instant
  ) -> Journal {
    Journal(
      from: started, lasting: clock.duration(to: .now).inSeconds, jobs: jobs,
      units: plan.unitCount, computed: computed, by: build, call,
      files: plan.dataset.originals.map(\.name), takenOver: twin,
      notes: plan.warnings.map(\.message))
  }

  /// Writes the files that each run has of its own beside manifest and tables, and publishes it.
  private func complete(
    _ publication: Publication, _ files: [RunFile], _ plan: Plan, _ journal: Journal,
    _ contribution: Contribution
  ) throws -> StoredRun {
    let all = RunChecksums.completing(
      files + [
        RunFile("spec.json", plan.spec.resolved.readableBytes),
        RunFile("journal.json", journal.json.readableBytes),
      ])
    // Each file waits for the disk.
    let written = Scheduler.map(all.count, jobs: jobs) { place in
      Result { () throws(FileError) in try publication.write(all[place]) }
    }
    for result in written { try result.get() }
    try publication.keep(plan.keptOriginals, in: store.root, unless: cancellation)
    if cancellation.isRequested { throw Stopped() }
    do throws(FileError) {
      return try store.publish(plan.runName, publication, from: contribution)
    } catch {
      // What failed here does not matter if the run is there all the same.
      guard let run = try store.run(of: plan) else { throw error }
      return run
    }
  }
}
