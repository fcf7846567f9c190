import Console
import Plans
import Records
import Runs
import Support

/// `upsilon pin`: writes down what the runs of specs are.
enum PinCommand: Command {
  static let specs = Positionals<String>(
    "spec", minimum: 1, "Experiment files; a folder stands for the specs in it.")
  static let upgrade = Flag(
    "upgrade", "Translate locks of version 1 as they are; nothing is computed.")
  static let jobs = Option<PositiveInteger?>(
    "jobs", "N", "How many workers; one for each processor by default."
  ).short("j")
  static let json = Flag("json", "Print a JSON list instead of text.")

  static let name = "pin"
  static let summary = "Write down the results of experiments, for 'run --locked' to hold."
  static let details = [
    "For each spec the identity of its run, its sample, and the digests and statistics of every "
      + "column go to a file beside it, named like the spec with '\(PinFile.suffix)' at the end: "
      + "text with a line a column. A run that is not there is computed first. Pinning again shows "
      + "how the old lock differs from the new one.",
    "Where an expectation is missed, more units are refused than the spec allows, or the manifest "
      + "of a run is not what SHA256SUMS says, no lock is written and the exit status is 1.",
  ]
  static let parameters: [any Parameter] = [
    specs, upgrade, jobs, Workspace.data, Workspace.runs, json,
  ]
  static let examples = [
    "pin experiments/quickstart.json", "pin experiments/methodology", "pin --upgrade experiments",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let files = try Workspace.specFiles(arguments[specs])
    for file in files where try Workspace.isNoFileOfItsOwn(file) {
      throw InputRejected(
        "'\(file)' is no file beside which a lock can stand", help: "save the spec in a file")
    }
    if arguments[upgrade] {
      try LockUpgrade(files).report(to: terminal, asJSON: arguments[json])
      return .done
    }
    let workspace = try Workspace(arguments)
    let plans = try PlanBatch.plans(
      files, settings: [], workspace, jobs: Execution.jobs(arguments[jobs]))
    workspace.components.save()
    let olds = try files.map(PinFile.read)
    let outcomes = try outcomes(of: plans, workspace.store, arguments, terminal)
    let unmet = zip(files, outcomes).filter { !$0.1.isSatisfied }
    if !unmet.isEmpty {
      for (file, outcome) in unmet {
        let missed = outcome.expectations.count { !$0.isMet }
        terminal.err(
          "'\(file)' is not pinned: \(missed) of its expectations missed, "
            + "\(outcome.refusedCount) units refused")
      }
      let run = arguments.invocation.line("run", unmet.map(\.0))
      terminal.err("no lock was written; '\(run)' shows what is missed")
      return .unmet
    }
    for outcome in outcomes { try outcome.run.checkManifest() }
    let pinned = try zip(zip(files, olds), outcomes).map { item, outcome in
      try pin(item.0, item.1, outcome.run, workspace.store)
    }
    if arguments[json] {
      terminal.json(JSONValue.array(pinned.map(\.json)))
    } else {
      terminal.out(
        pinned.flatMap { $0.lines(width: terminal.outputWidth) }.joined(separator: "\n"))
    }
    return .done
  }

  private static func outcomes(
    of plans: [Plan], _ store: RunStore, _ arguments: Arguments, _ terminal: Terminal
  ) throws -> [RunOutcome] {
    let execution = Execution(store, jobs: arguments[jobs], arguments, terminal)
    return try execution.each(of: plans) { number, plan in
      let ending = try execution.ending(of: plan, number, talks: false)
      guard case .published(let outcome) = ending else {
        preconditionFailure("all units of a plan make a run")
      }
      return outcome
    }
  }

  private static func pin(
    _ file: String, _ old: Pin?, _ run: StoredRun, _ store: RunStore
  ) throws -> Pinned {
    let pin = Pin(run.manifest)
    let path = PinFile.path(of: file)
    let diff = try old.map { try LockCheck.diff($0, path, run) }
    if pin != old { try PinFile.write(pin, besides: file) }
    try PinnedRuns.remember(pin.identity, in: store)
    return Pinned(path: path, run: run, isNew: pin != old, diff: diff)
  }

  /// What became of one lock.
  private struct Pinned {
    let path: String
    let run: StoredRun
    /// Whether the file changed.
    let isNew: Bool
    /// From the lock that was there to the new one.
    let diff: RunDiff?

    func lines(width: Int?) -> [String] {
      guard isNew else { return ["\(path): \(run.name) is pinned already"] }
      let head = "\(path): \(run.name) is pinned"
      guard let diff else { return [head] }
      let page = DiffPage(diff, isDetailed: false)
      return ["\(head), in place of another", ""] + DiffText.lines(of: page, width: width) + [""]
    }

    var json: JSONValue {
      [
        "lock": .string(path), "run": .string(run.path),
        "identity": .string("\(run.manifest.identity)"), "changed": .bool(isNew),
        "diff": diff.map(DiffJSON.value) ?? .null,
      ]
    }
  }
}
