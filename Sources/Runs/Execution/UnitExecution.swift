import Machine
import Plans
import Support

/// The computing of a part of a plan beside other processes that may do the same.
struct UnitExecution {
  /// How long to wait for units that another living process has taken on, before computing them
  /// too.
  private static let patience = Duration.milliseconds(500)
  /// How long to wait between two looks.
  private static let pause = Duration.milliseconds(2)

  let plan: Plan
  /// The part that is computed, and its units, a range for each computation.
  let shard: Shard
  let units: [Range<Int>]
  let contribution: Contribution
  let jobs: Int
  let cancellation: Cancellation
  let observe: @Sendable (Int) -> Void
  /// The records that are known.
  var records: UnitRecords
  /// What has been read of the logs of others.
  var reading: RecordReading
  /// How many units this process has computed.
  private(set) var computed = 0

  /// Takes in what others have logged.
  ///
  /// - Parameter notices: What is to be told before what is wrong with the logs.
  /// - Returns: What was there, and what is to be told.
  /// - Throws: ``FileError`` if the folder cannot be read.
  mutating func begin(after notices: [Diagnostic] = []) throws(FileError) -> Continuation {
    try reading.update(&records, but: contribution.token)
    return Continuation(
      kept: records.count(in: units), total: units.reduce(0) { $0 + $1.count },
      notices: notices + reading.notices)
  }

  /// That the work on a part was stopped, and what is kept of it.
  var interruptionOfPart: Interrupted {
    Interrupted(kept: records.count(in: units), of: units.reduce(0) { $0 + $1.count })
  }

  /// That the work was stopped, and what is kept of it.
  var interruption: Interrupted {
    Interrupted(kept: records.count, of: records.layout.unitCount)
  }

  /// Brings a part to the disk and looks for the other ones.
  ///
  /// - Returns: What is missing for a run; `nil` if nothing is.
  mutating func missingElsewhere() throws(FileError) -> MissingUnits? {
    guard !records.isComplete else { return nil }
    try contribution.flush()
    try reading.update(&records, but: contribution.token)
    return MissingUnits(
      records, of: plan, divisions: reading.divisions.union([shard.count]),
      foreign: reading.foreign)
  }

  /// Computes what is missing.
  ///
  /// Each unit is computed once at most by this process. Units that others have taken on are left
  /// to them, and computed here only if their owners end or do not get on.
  ///
  /// - Parameter isPublished: Asked whether the run has appeared, which ends the work.
  /// - Throws: ``FileError`` if records cannot be kept or read.
  mutating func run(until isPublished: () -> Bool) throws(FileError) {
    try compute(missing) { [contribution] in contribution.claims($0) }
    var deadline = ContinuousClock.now + Self.patience
    while !missing.isEmpty, !cancellation.isRequested {
      // First claim, then read: what the last owner of a claim has done is then on record.
      let claimed = Set(missing.filter(contribution.claims))
      if try reading.update(&records, but: contribution.token) > 0 {
        deadline = .now + Self.patience
      }
      if isPublished() { return }
      let isLate = ContinuousClock.now >= deadline
      let own = missing.filter { isLate || claimed.contains($0) }
      if own.isEmpty {
        Host.sleep(for: Self.pause)
      } else {
        try compute(own) { _ in true }
      }
    }
  }

  /// Whether every unit of the part is known.
  var isComplete: Bool { missing.isEmpty }

  /// The units of the part that are not known.
  private var missing: [UnitPiece] {
    UnitPiece.cut(records.missing(in: units), records.layout)
  }

  private mutating func compute(
    _ pieces: [UnitPiece], isOurs: @Sendable (UnitPiece) -> Bool
  ) throws(FileError) {
    let before = records.count
    let (contribution, observe) = (contribution, observe)
    // A part counts its own units only.
    let others = before - records.count(in: units)
    defer { computed += records.count - before }
    let kept = try Scheduler.compute(
      pieces, of: plan, after: before, jobs: jobs, cancellation: cancellation, isOurs: isOurs,
      keep: { (piece, values) throws(FileError) in try contribution.keep(piece, values) },
      observe: { observe($0 - others) })
    for (piece, place) in kept { records.take(piece.computation, at: place) }
  }
}
