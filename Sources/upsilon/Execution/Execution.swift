import Console
import Dispatch
import Machine
import Plans
import Runs
import Specs
import Support

/// Carries out plans in front of a terminal: with a progress line, and with an end on a signal.
final class Execution: Sendable {
  private let runner: Runner
  private let terminal: Terminal
  private let turns = Turns()
  /// Held, and never asked for anything.
  private nonisolated(unsafe) let watch: [any DispatchSourceSignal]

  /// - Parameters:
  ///   - store: Where the runs go.
  ///   - parts: Parts of the plans.
  ///   - jobs: How many workers; one for each processor if it is `nil`.
  ///   - arguments: The command line, for the journal.
  ///   - terminal: Where the progress line is shown.
  init(
    _ store: RunStore, from parts: GivenParts = .none, jobs: PositiveInteger?,
    _ arguments: Arguments, _ terminal: Terminal
  ) {
    let cancellation = Cancellation()
    watch = Interruption.watch(cancellation)
    runner = Runner(
      store: store, jobs: Self.jobs(jobs),
      cancellation: cancellation,
      call: ProgramCall(version: ProgramVersion.text, command: CommandText.text(arguments.line)),
      parts: parts)
    self.terminal = terminal
  }

  /// How many workers there are to be: as many as asked for, or one for each processor.
  static func jobs(_ asked: PositiveInteger?) -> Int { asked?.value ?? Host.processors }

  /// How many workers there are.
  var jobs: Int { runner.jobs }

  /// Carries out tasks for plans, a few at a time, and one after another for those that are the
  /// same.
  ///
  /// - Parameters:
  ///   - plans: What to run.
  ///   - task: Carries out the plan of a number; what it says by ``say(_:_:)`` comes in the order
  ///     of the plans.
  /// - Returns: What came of each.
  /// - Throws: What a task throws.
  func each<Value: Sendable>(
    of plans: [Plan], _ task: @escaping @Sendable (Int, Plan) throws -> Value
  ) throws -> [Value] {
    let rows = Dictionary(grouping: plans.indices) { plans[$0].identity.fingerprint }
      .values.sorted { $0[0] < $1[0] }
    let values = try SideBySide.run(rows, jobs: jobs, unless: runner.cancellation) { number in
      defer { self.turns.end(number) }
      return try task(number, plans[number])
    }
    return plans.indices.compactMap { values[$0] }
  }

  /// Says something when all plans before that of a number have been told of.
  func say(_ number: Int, _ words: @escaping @Sendable (Terminal) -> Void) {
    turns.say(number) { [terminal] in words(terminal) }
  }

  /// Computes a plan or a part of it.
  ///
  /// - Parameters:
  ///   - plan: What to run.
  ///   - number: Its number, for its turn to speak.
  ///   - shard: Which part of it.
  ///   - folder: Where the part goes as a file of its own; `nil` to keep it in the folder of runs.
  ///   - talks: Whether to say on the standard output what was there before.
  /// - Returns: The run, or what is missing of it.
  /// - Throws: `FileError` if the machine fails, `Interrupted` if the user stops it.
  func ending(
    of plan: Plan, _ number: Int, _ shard: Shard = .whole, to folder: PartFolder? = nil,
    talks: Bool
  ) throws -> RunEnding {
    let progress = ContinuedProgress(plan.spec.name, on: terminal)
    defer { progress.finish() }
    func begin(_ found: Continuation) {
      say(number) { terminal in
        for notice in found.notices { terminal.err(notice.rendered) }
        if talks, found.kept > 0 { terminal.out(RunSummary.continuation(found)) }
      }
      progress.begin(found)
    }
    let observe: @Sendable (Int) -> Void = { [turns] done in
      if turns.isTurn(of: number) { progress.update(done: done) }
    }
    guard let folder else {
      return try runner.run(plan, shard: shard, begin: begin, observe: observe)
    }
    return .part(
      try runner.write(shard, of: plan, to: folder, begin: begin, observe: observe))
  }
}
