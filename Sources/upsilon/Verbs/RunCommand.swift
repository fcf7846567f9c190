import Console
import Plans
import Records
import Reports
import Runs
import Shelf
import Specs
import Support

/// `upsilon run`: computes experiments and leaves their run folders.
enum RunCommand: Command {
  static let specs = Positionals<String>(
    "spec", minimum: 1, "Experiment files; a folder stands for the specs in it.")
  static let jobs = Option<PositiveInteger?>(
    "jobs", "N", "How many workers; one for each processor by default."
  ).short("j")
  static let locked = Flag(
    "locked", "Fail where a result is not what 'upsilon pin' wrote down.")
  static let shard = Option<ShardRequest>(
    "shard", "I/N", default: .part(.whole),
    "Compute the I-th of N parts only; env or env/N takes the part from the engine.")
  static let parts = Option<String?>(
    "parts", "DIR", "Write the part into this folder as one file, and publish nothing.")
  static let quiet = Flag(
    "quiet", "Print the last line only: the folder of each run, or the file of each part.")
  static let json = Flag("json", "Print a JSON list instead of text.")

  static let name = "run"
  static let summary = "Compute experiments and leave a run folder for each."
  static let details = [
    "All specs are checked before the first is computed. A run that exists is not computed again; "
      + "its expectations are held against the tables it has; where files of its record are "
      + "missing, they are named, nothing is written, and the exit status is 1.",
    "Up to four specs are at work at a time, and each is told of in its turn. Results do not "
      + "depend on that or on the number of workers. What is computed is kept as it is computed: "
      + "after Ctrl-C, a crash or a full disk the same command goes on where it was, and ends with "
      + "the same bytes. Several processes may work on one spec at the same time and share the "
      + "units.",
    "With --shard each process computes its part, on any machine that shares the folder of runs; "
      + "the last one to be done publishes the run. With --parts too it leaves one file, which may "
      + "be brought anywhere, and 'upsilon merge --parts' makes the run of them. Parts take about "
      + "the same time, and follow from the spec and N alone.",
    "--shard env reads which part it is from what the engine says that started the process: array "
      + "jobs of Slurm and Grid Engine, MPI, HTCondor. --shard env/N says how many there are where "
      + "the engine does not, as GNU parallel, or where it starts some of them again; its numbers "
      + "go from 1.",
    "With --locked every spec needs its lock, and a result that differs from it makes the exit "
      + "status 1; the diff from lock to run says how. It excludes --set.",
  ]
  static let parameters: [any Parameter] = [
    specs, Workspace.set, locked, jobs, shard, parts, Workspace.data, Workspace.runs, quiet, json,
  ]
  static let examples = [
    "run experiments/quickstart.json",
    "run experiments/methodology --jobs 2",
    "run experiments/quickstart.json --locked",
    "run experiments/quickstart.json --set 'grid.upsilon_disk=[0.3, 0.5]'",
    "run experiments/quickstart.json --shard 2/7",
    "run experiments/quickstart.json --shard 2/7 --parts parts",
    "run experiments/quickstart.json --shard env --parts parts",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let files = try Workspace.specFiles(arguments[specs])
    if arguments[locked], !arguments[Workspace.set].isEmpty {
      throw UsageError.conflict("--\(locked.name)", "--\(Workspace.set.name)")
    }
    if arguments[locked], arguments[parts] != nil {
      throw UsageError.conflict("--\(locked.name)", "--\(parts.name)")
    }
    let shard = try arguments[shard].shardHere()
    let locks = try arguments[locked] ? LockCheck.locks(of: files) : []
    let plans = try PlanBatch.plans(
      files, settings: arguments[Workspace.set], workspace, jobs: Execution.jobs(arguments[jobs]))
    workspace.components.save()
    return try carryOut(
      plans, of: files, shard, workspace, to: arguments[parts].map { PartFolder($0) },
      holding: locks, arguments, terminal)
  }

  /// Draws the views that the spec of a run asks for, those that are missing after a kill as well.
  private static func views(
    of ending: RunEnding, _ file: String, _ workspace: Workspace, jobs: Int
  ) throws -> RunViewPaths {
    guard case .published(let outcome) = ending else { return .none }
    let outputs = outcome.plan.spec.outputs
    let hasReport = outputs.report == true
    guard hasReport || !outputs.figures.isEmpty else { return .none }
    let lock = try hasReport ? PinFile.read(of: file) : nil
    let moves = try lock.map { pin in
      ReportMoves(
        try LockCheck.diff(pin, PinFile.path(of: file), outcome.run),
        since: Files.name(of: PinFile.path(of: file)))
    }
    let views = try RunViews(
      of: outcome.run, workspace.shelf,
      dataset: workspace.shelf.registry[outcome.run.manifest.dataset.name], moves: moves,
      jobs: jobs)
    let paths = try views.write(report: hasReport, unless: Cancellation())
    return RunViewPaths(
      report: hasReport ? paths.last : nil, figures: views.figures.all.count,
      notes: views.figures.notes)
  }

  /// Carries out plans and says what became of each, in their order.
  ///
  /// - Parameters:
  ///   - plans: What to run.
  ///   - files: The spec of each, as advice names it.
  ///   - shard: Which part of each.
  ///   - workspace: Where the runs go, and where the data are.
  ///   - folder: Where parts go as files of their own; `nil` to keep them with the runs.
  ///   - parts: Parts that are to be used.
  ///   - locks: What to hold the runs against, one for each plan; none to hold them against
  ///     nothing.
  ///   - arguments: The options of this command.
  ///   - terminal: Where all is said.
  /// - Returns: Whether nothing that was expected or pinned is missed.
  /// - Throws: `DamagedRun` if one of the runs is there and lacks files of its record, `FileError`
  ///   if the machine fails, `Interrupted` if the user stops it.
  static func carryOut(
    _ plans: [Plan], of files: [String], _ shard: Shard, _ workspace: Workspace,
    to folder: PartFolder? = nil, from parts: GivenParts = .none, holding locks: [LockCheck] = [],
    _ arguments: Arguments, _ terminal: Terminal
  ) throws -> Console.ExitStatus {
    let store = workspace.store
    let execution = Execution(store, from: parts, jobs: arguments[jobs], arguments, terminal)
    let invocation = arguments.invocation
    let talks = !arguments[quiet] && !arguments[json]
    // What is damaged is told before anything is computed.
    if folder == nil { for plan in plans { _ = try store.wholeRun(of: plan) } }
    let warnings = PlanBatch.warnings(of: plans)
    let reports = try execution.each(of: plans) { number, plan in
      execution.say(number) { terminal in
        if talks { terminal.out(RunSummary.head(of: plan).joined(separator: "\n")) }
        for warning in warnings[number] { terminal.err(invocation.text(warning)) }
      }
      let ending = try execution.ending(of: plan, number, shard, to: folder, talks: talks)
      let views = try views(of: ending, files[number], workspace, jobs: execution.jobs)
      let report = try RunReport(
        ending, locks.isEmpty ? nil : locks[number], files[number], views)
      execution.say(number) { terminal in
        if talks {
          let lines = report.lines(
            jobs: execution.jobs, invocation, width: terminal.outputWidth)
          terminal.out(lines.joined(separator: "\n") + "\n")
        } else if arguments[quiet] {
          if let path = report.path { terminal.out(path) }
          if let complaint = report.complaint { terminal.err(complaint) }
        }
      }
      return report
    }
    let outcomes = reports.compactMap(\.outcome)
    if arguments[json] {
      terminal.json(JSONValue.array(reports.map(\.json)))
    } else if outcomes.count > 1, !arguments[quiet] {
      terminal.out(BatchSummary.lines(outcomes).joined(separator: "\n"))
    }
    return reports.allSatisfy(\.isSatisfied) ? .done : .unmet
  }
}
