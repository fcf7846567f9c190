import Console
import Dispatch
import Machine
import Plans
import Runs
import Specs
import Support

/// Carries out plans in front of a terminal: with a progress line, and with an end on a signal.
final class Execution {
  private let runner: Runner
  private let terminal: Terminal
  private let watch: [any DispatchSourceSignal]

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

  /// Computes a plan or a part of it.
  ///
  /// - Parameters:
  ///   - plan: What to run.
  ///   - shard: Which part of it.
  ///   - folder: Where the part goes as a file of its own; `nil` to keep it in the folder of runs.
  ///   - talks: Whether to say on the standard output what was there before.
  /// - Returns: The run, or what is missing of it.
  /// - Throws: `FileError` if the machine fails, `Interrupted` if the user stops it.
  func ending(
    of plan: Plan, _ shard: Shard = .whole, to folder: PartFolder? = nil, talks: Bool
  ) throws -> RunEnding {
    let progress = ContinuedProgress(plan.spec.name, on: terminal)
    defer { progress.finish() }
    func begin(_ found: Continuation) {
      for notice in found.notices { terminal.err(notice.rendered) }
      if talks, found.kept > 0 { terminal.out(RunSummary.continuation(found)) }
      progress.begin(found)
    }
    guard let folder else {
      return try runner.run(plan, shard: shard, begin: begin) { progress.update(done: $0) }
    }
    return .part(
      try runner.write(shard, of: plan, to: folder, begin: begin) { progress.update(done: $0) })
  }
}
