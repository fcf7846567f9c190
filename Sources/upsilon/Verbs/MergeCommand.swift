import Console
import Plans
import Runs
import Support

/// `upsilon merge`: publishes runs whose parts are all there.
enum MergeCommand: Command {
  static let name = "merge"
  static let summary = "Publish the runs whose parts are all computed, or say what is missing."
  static let details = [
    "The parts are those that 'upsilon run --shard' left in the folder of runs, under .partial; "
      + "those of other machines may be copied there. The run is the same, byte for byte, as one "
      + "computed at once, whatever the number of parts and their order.",
    "If something is missing of one run, it is named and nothing is written. Records of another "
      + "build of the program are named and not used.",
  ]
  static let parameters: [any Parameter] = [
    RunCommand.specs, Workspace.set, RunCommand.jobs, Workspace.data, Workspace.runs,
    RunCommand.quiet, RunCommand.json,
  ]
  static let examples = [
    "merge experiments/quickstart.json",
    "merge experiments/methodology --runs runs",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let files = try Workspace.specFiles(arguments[RunCommand.specs])
    let plans = try PlanBatch.plans(files, settings: arguments[Workspace.set], workspace)
    let mistakes = try zip(plans, files).flatMap { plan, file -> [Diagnostic] in
      guard let missing = try Runner.missing(of: plan, in: workspace.store) else { return [] }
      return missing.foreign.map(diagnostic) + [diagnostic(plan, missing, file)]
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    workspace.components.save()
    return try RunCommand.carryOut(plans, of: files, .whole, workspace, arguments, terminal)
  }

  private static func diagnostic(_ records: ForeignRecords) -> Diagnostic {
    Diagnostic(
      .error, "\(records.summary), and this one is \(Build.running)",
      help: "merge with the program that computed them, or compute them again with this one")
  }

  private static func diagnostic(
    _ plan: Plan, _ missing: MissingUnits, _ file: String
  ) -> Diagnostic {
    let name = plan.runName
    guard missing.count < plan.unitCount else {
      return Diagnostic(
        .error, "nothing of '\(name)' is computed", help: "\(command: "run", file) computes it")
    }
    return Diagnostic(
      .error, "'\(name)' is not complete; missing: \(missing.summary)",
      help: help(missing.shards, file))
  }

  /// Which commands compute what is missing.
  private static func help(_ shards: [Shard], _ file: String) -> Advice {
    guard let shard = shards.first else { return "\(command: "run", file) computes the rest" }
    let part: Advice = "\(command: "run", file, "--shard", shard.description)"
    return shards.count == 1
      ? "\(part) computes it"
      : "\(part) computes a part, and \(command: "run", file) all that is missing"
  }
}
