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
  static let locked = Flag(
    "locked", "Fail where a result is not what 'upsilon pin' wrote down.")
  static let quiet = Flag("quiet", "Print the last line only: the folder of each run.")
  static let json = Flag("json", "Print a JSON list instead of text.")

  static let name = "run"
  static let summary = "Compute experiments and leave a run folder for each."
  static let details = [
    "All specs are checked before the first is computed. A run that exists is not computed again; its "
      + "expectations are held against the tables it has.",
    "Results do not depend on the number of workers. Ctrl-C stops within a second and leaves no "
      + "half-made run.",
    "With --locked every spec needs its lock, and a result that differs from it makes the exit status 1; the "
      + "diff from lock to run says how.",
  ]
  static let parameters: [any Parameter] = [
    specs, Workspace.set, locked, jobs, Workspace.data, Workspace.runs, quiet, json,
  ]
  static let examples = [
    "run experiments/quickstart.json",
    "run experiments/methodology --jobs 2",
    "run experiments/quickstart.json --locked",
    "run experiments/quickstart.json --set 'grid.upsilon_disk=[0.3, 0.5]'",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let files = try Workspace.specFiles(arguments[specs])
    let locks = try arguments[locked] ? LockCheck.locks(of: files, arguments) : []
    let plans = try PlanBatch.plans(files, settings: arguments[Workspace.set], workspace)
    workspace.components.save()
    let jobs = arguments[jobs]?.value ?? ProcessInfo.processInfo.activeProcessorCount
    let cancellation = Cancellation()
    let watch = Interruption.watch(cancellation)
    defer { withExtendedLifetime(watch) {} }
    let runner = Runner(store: workspace.store, jobs: jobs, cancellation: cancellation)

    var outcomes: [RunOutcome] = []
    var checks: [LockCheck.Result?] = []
    for plan in plans {
      let talks = !arguments[quiet] && !arguments[json]
      if talks { terminal.out(RunSummary.head(of: plan).joined(separator: "\n")) }
      for warning in plan.warnings where !talks { terminal.err(warning.rendered) }
      let progress = ProgressLine(
        plan.spec.name, total: plan.unitCount, on: terminal, clock: monotonicSeconds)
      defer { progress.finish() }
      let outcome = try runner.run(plan) { done in
        progress.update(done: done)
        if done == plan.unitCount { progress.finish() }
      }
      progress.finish()
      let check = try locks.isEmpty ? nil : locks[outcomes.count].check(outcome.run)
      outcomes.append(outcome)
      checks.append(check)
      if talks {
        let summary = RunSummary(outcome: outcome, jobs: jobs)
        let lines = summary.lines(width: terminal.outputWidth)
        let pinned = check.map { $0.lines(width: terminal.outputWidth) } ?? []
        terminal.out((lines + pinned).joined(separator: "\n") + "\n")
      } else if arguments[quiet] {
        terminal.out(outcome.run.path)
        if let check, !check.isHeld { terminal.err(check.sentence) }
      }
    }
    if arguments[json] {
      let list = JSONValue.array(zip(outcomes, checks).map(OutcomeJSON.value))
      terminal.write(list.readableBytes)
    } else if outcomes.count > 1, !arguments[quiet] {
      terminal.out(BatchSummary.lines(outcomes).joined(separator: "\n"))
    }
    let isHeld = checks.allSatisfy { $0?.isHeld ?? true }
    return isHeld && outcomes.allSatisfy(\.isSatisfied) ? .done : .unmet
  }
}
