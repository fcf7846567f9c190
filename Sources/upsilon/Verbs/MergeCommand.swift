import Console
import Plans
import Runs
import Support

/// `upsilon merge`: publishes runs whose parts are all there.
enum MergeCommand: Command {
  static let parts = Options<String>(
    "parts", "DIR", "A folder of parts that 'run --parts' wrote, or one part.")
  static let missing = Flag(
    "missing", "Print the numbers of the parts to compute again, as in 3,17, and merge nothing.")
  static let shards = Option<PositiveInteger?>(
    "shards", "N", "How many parts there are to be; by default what the parts say.")

  static let name = "merge"
  static let summary = "Publish the runs whose parts are all computed, or say what is missing."
  static let details = [
    "The parts are those that 'upsilon run --shard' left in the folder of runs, under .partial, "
      + "and the files that 'upsilon run --parts' wrote, wherever they lie now. The run is the "
      + "same, byte for byte, as one computed at once, whatever the number of parts and their "
      + "order. Nothing is computed, and no part is changed or removed.",
    "If something is missing of one run, it is named and nothing is written. Files that are cut "
      + "short, damaged, there twice, of another spec or by another build of the program are "
      + "named; of the first two whole records are used, of the last two nothing.",
    "--missing prints a line for each spec with the numbers of the parts that have to be computed, "
      + "counted from 1 and with commas between, as array jobs take them; the line is empty where "
      + "nothing is missing. The commands for a person go to standard error.",
  ]
  static let parameters: [any Parameter] = [
    RunCommand.specs, parts, missing, shards, Workspace.set, RunCommand.jobs, Workspace.data,
    Workspace.runs, RunCommand.quiet, RunCommand.json,
  ]
  static let examples = [
    "merge experiments/quickstart.json",
    "merge experiments/methodology --runs runs",
    "merge experiments/quickstart.json --parts parts",
    "merge experiments/quickstart.json --parts parts --missing --shards 64",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    if arguments.isGiven(shards), !arguments[missing] {
      throw UsageError.needs("--\(shards.name)", other: "--\(missing.name)")
    }
    let workspace = try Workspace(arguments)
    let files = try Workspace.specFiles(arguments[RunCommand.specs])
    let paths = try PartFolder.files(arguments[Self.parts])
    let plans = try PlanBatch.plans(
      files, settings: arguments[Workspace.set], workspace,
      jobs: Execution.jobs(arguments[RunCommand.jobs]))
    let parts = GivenParts(paths, of: plans)
    let views = try zip(plans, files).map { plan, file in
      MissingView(
        plan: plan,
        missing: try Runner.missing(
          of: plan, in: workspace.store, parts: parts, dividedBy: arguments[shards]?.value),
        file: file, folder: arguments[Self.parts].first)
    }
    if arguments[missing] { return try tell(views, arguments, terminal) }
    let mistakes = views.flatMap { view -> [Diagnostic] in
      guard let missing = view.missing else { return [] }
      return missing.foreign.map(diagnostic) + missing.notices
        + [diagnostic(view, missing)]
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    workspace.components.save()
    return try RunCommand.carryOut(
      plans, of: files, .whole, workspace, from: parts, arguments, terminal)
  }

  /// Says which parts are missing, and merges nothing.
  private static func tell(
    _ views: [MissingView], _ arguments: Arguments, _ terminal: Terminal
  ) throws -> Console.ExitStatus {
    let undivided = views.filter { $0.missing != nil && $0.missing?.division == nil }
    if !undivided.isEmpty {
      throw InputRejected(
        undivided.map { view in
          Diagnostic(
            .error, "the parts of '\(view.plan.runName)' do not say into how many it is divided",
            help: "say it: --\(shards.name) N")
        })
    }
    let invocation = arguments.invocation
    if arguments[RunCommand.json] {
      terminal.json(JSONValue.array(views.map { $0.json(invocation) }))
      return .done
    }
    for view in views {
      terminal.out(view.list)
      if !arguments[RunCommand.quiet] {
        terminal.err(view.lines(invocation).joined(separator: "\n"))
      }
    }
    return .done
  }

  private static func diagnostic(_ records: ForeignRecords) -> Diagnostic {
    Diagnostic(
      .error, "\(records.summary), and this one is \(Build.running)",
      help: "merge with the program that computed them, or compute them again with this one")
  }

  private static func diagnostic(_ view: MissingView, _ missing: MissingUnits) -> Diagnostic {
    let (name, file) = (view.plan.runName, view.file)
    guard missing.count < view.plan.unitCount else {
      return Diagnostic(
        .error, "nothing of '\(name)' is computed", help: "\(command: "run", file) computes it")
    }
    return Diagnostic(
      .error, "'\(name)' is not complete; missing: \(missing.summary)",
      help: help(missing.shards, file, view.folder))
  }

  /// Which commands compute what is missing.
  private static func help(_ shards: [Shard], _ file: String, _ folder: String?) -> Advice {
    if let folder {
      guard shards.count == 1, let shard = shards.first else {
        return
          "\(command: "merge", file, "--parts", folder, "--missing") lists the parts to compute"
      }
      let part: Advice =
        "\(command: "run", file, "--shard", shard.description, "--parts", folder)"
      return "\(part) computes it"
    }
    guard let shard = shards.first else { return "\(command: "run", file) computes the rest" }
    let part: Advice = "\(command: "run", file, "--shard", shard.description)"
    return shards.count == 1
      ? "\(part) computes it"
      : "\(part) computes a part, and \(command: "run", file) all that is missing"
  }
}
