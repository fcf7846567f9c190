package import Plans
import Steps
import Support

extension Runner {
  /// Computes a part of a plan into a file of its own, and goes on where others stopped.
  ///
  /// Nothing but the folder of parts is used: there may be no folder of runs that processes share.
  ///
  /// - Parameters:
  ///   - shard: The part.
  ///   - plan: What it is a part of.
  ///   - folder: Where it goes; the folder is made if it is not there.
  ///   - begin: Called before the first unit, with what was there.
  ///   - observe: Called with the number of units of the part that are done so far.
  /// - Returns: The part.
  /// - Throws: ``FileError`` if the machine fails, ``Interrupted`` if the user stops it; what was
  ///   computed is kept.
  package func write(
    _ shard: Shard, of plan: Plan, to folder: PartFolder, begin: (Continuation) -> Void = { _ in },
    observe: @escaping @Sendable (Int) -> Void
  ) throws -> PartOutcome {
    let clock = ContinuousClock.now
    // A part of a program without a name is of no use to any other.
    if let failure = Build.failure { throw failure }
    let layout = RecordLayout(plan, by: build)
    let path = folder.file(of: shard, of: plan)
    func outcome(_ units: [Range<Int>], computed: Int) -> PartOutcome {
      PartOutcome(
        plan: plan, shard: shard, path: path, units: units.reduce(0) { $0 + $1.count },
        computed: computed, seconds: clock.duration(to: .now).inSeconds)
    }
    let units = Dealing(plan).units(of: shard)
    var records = UnitRecords(layout)
    var reading = PartReading(of: plan, layout)
    let stamp = FileStamp(of: path)
    if stamp != nil { reading.read(path, &records) }
    let there = reading.findings.first
    if there?.state == .whole, records.missing(in: units).allSatisfy(\.isEmpty) {
      try? folder.work(on: shard, of: plan).clear()
      return outcome(units, computed: 0)
    }
    if Files.kind(of: path) == .folder { throw FileError("write", path, "a folder is in the way") }

    let work = folder.work(on: shard, of: plan)
    let contribution = try Contribution(to: work, shard, layout)
    defer { contribution.leave() }
    var execution = UnitExecution(
      plan: plan, shard: shard, units: units, contribution: contribution, jobs: jobs,
      cancellation: cancellation, observe: observe, records: records,
      reading: RecordReading(work, of: plan, layout))
    begin(try execution.begin(after: [there?.notice].compactMap(\.self)))
    // Another process may do the same part.
    try execution.run { FileStamp(of: path) != stamp }
    if cancellation.isRequested { throw execution.interruptionOfPart }
    do throws(FileError) {
      guard execution.isComplete else { throw FileError("write", path, "its records are gone") }
      let writing = PartWriting(head: RecordLogHead(shard: shard, layout: layout), units: units)
      try writing.write(execution.records, to: path)
    } catch {
      // Another process that wrote the part removes the logs that it was made of.
      var others = PartReading(of: plan, layout)
      others.read(path, &execution.records)
      guard others.findings.first?.state == .whole, execution.isComplete else { throw error }
    }
    contribution.finish()
    return outcome(units, computed: execution.computed)
  }
}
