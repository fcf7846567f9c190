import Console
import Experiments
import Foundation
import Runs
import Support

/// `upsilon run`: computes experiments and leaves their run folders.
enum RunCommand: Command {
  static let specs = Positionals<String>(
    "spec", minimum: 1, "Experiment files; a folder stands for the specs in it.")
  static let jobs = Option<PositiveInteger?>(
    "jobs", "N", "How many workers; one for each processor by default.")
  static let shard = Option<Shard>(
    "shard", "I/N", default: .whole,
    "Compute the I-th of N parts only; the last one to be done publishes the run.")
  static let quiet = Flag("quiet", "Print the last line only: the folder of each run.")
  static let json = Flag("json", "Print a JSON list instead of text.")

  static let name = "run"
  static let summary = "Compute experiments and leave a run folder for each."
  static let details = [
    "All specs are checked before the first is computed. A run that exists is not computed again; its "
      + "expectations are held against the tables it has.",
    "Results do not depend on the number of workers. What is computed is kept as it is computed: after "
      + "Ctrl-C, a crash or a full disk the same command goes on where it was, and ends with the same "
      + "bytes. Several processes may work on one spec at the same time and share the units.",
    "With --shard each process computes its part, on any machine that shares the folder of runs, or "
      + "whose folder .partial is copied there; 'upsilon merge' says which parts are missing.",
  ]
  static let parameters: [any Parameter] = [
    specs, Workspace.set, jobs, shard, Workspace.data, Workspace.runs, quiet, json,
  ]
  static let examples = [
    "run experiments/quickstart.json",
    "run experiments/methodology --jobs 2",
    "run experiments/quickstart.json --set 'grid.upsilon_disk=[0.3, 0.5]'",
    "run experiments/quickstart.json --shard 2/7",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let files = try Workspace.specFiles(arguments[specs])
    let plans = try PlanBatch.plans(files, settings: arguments[Workspace.set], workspace)
    return try carryOut(plans, arguments[shard], workspace.store, arguments, terminal)
  }

  /// Carries out plans and says what became of each.
  static func carryOut(
    _ plans: [Plan], _ shard: Shard, _ store: RunStore, _ arguments: Arguments,
    _ terminal: Terminal
  ) throws -> Console.ExitStatus {
    let jobs = arguments[jobs]?.value ?? ProcessInfo.processInfo.activeProcessorCount
    let cancellation = Cancellation()
    let watch = Interruption.watch(cancellation)
    defer { withExtendedLifetime(watch) {} }
    let runner = Runner(store: store, jobs: jobs, cancellation: cancellation)
    let talks = !arguments[quiet] && !arguments[json]

    var outcomes: [RunOutcome] = []
    var list: [JSONValue] = []
    for plan in plans {
      if talks { terminal.out(RunSummary.head(of: plan).joined(separator: "\n")) }
      for warning in plan.warnings where !talks { terminal.err(warning.rendered) }
      switch try ending(of: plan, shard, runner, terminal, talks: talks) {
      case .published(let outcome):
        outcomes.append(outcome)
        list.append(OutcomeJSON.value(outcome))
        if talks {
          let summary = RunSummary(outcome: outcome, jobs: jobs)
          terminal.out(summary.lines(width: terminal.outputWidth).joined(separator: "\n") + "\n")
        } else if arguments[quiet] {
          terminal.out(outcome.run.path)
        }
      case .waiting(let outcome):
        list.append(ShardView(outcome: outcome).json)
        if talks { terminal.out(ShardView(outcome: outcome).lines.joined(separator: "\n") + "\n") }
      }
    }
    if arguments[json] {
      terminal.write(JSONValue.array(list).readableBytes)
    } else if outcomes.count > 1, !arguments[quiet] {
      terminal.out(BatchSummary.lines(outcomes).joined(separator: "\n"))
    }
    return outcomes.allSatisfy(\.isSatisfied) ? .done : .unmet
  }

  /// Runs one plan with a progress line, and says what it goes on from.
  private static func ending(
    of plan: Plan, _ shard: Shard, _ runner: Runner, _ terminal: Terminal, talks: Bool
  ) throws -> RunEnding {
    let progress = ContinuedProgress(plan.spec.name, on: terminal)
    defer { progress.finish() }
    return try runner.run(
      plan, shard: shard,
      begin: { found in
        for notice in found.notices { terminal.err(notice.rendered) }
        if talks, found.kept > 0 { terminal.out(RunSummary.continuation(found)) }
        progress.begin(found)
      },
      observe: { progress.update(done: $0) })
  }
}
