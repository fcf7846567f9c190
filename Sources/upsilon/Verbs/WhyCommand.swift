import Console
import Runs
import Shelf
import Support

/// `upsilon why`: what an identity is made of.
enum WhyCommand: Command {
  static let subject = Positional<String>(
    "run-or-spec", "A run (folder, prefix of its hash, or name), or an experiment file.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "why"
  static let summary = "Show what an identity is made of, and what makes a new one."
  static let details = [
    "The identity is the SHA-256 of the engine, the data by hash, and those settings of the "
      + "resolved spec that determine results. For a spec without a run, the nearest earlier run "
      + "(of the same name, or else the one with the fewest differences) is named with everything "
      + "that differs from it."
  ]
  static let parameters: [any Parameter] = [
    subject, Workspace.set, Workspace.data, Workspace.runs, json,
  ]
  static let examples = [
    "why quickstart", "why experiments/quickstart.json",
    "why experiments/quickstart.json --set 'grid.upsilon_disk=[0.4]' --json",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let account = try account(of: arguments[subject], arguments[Workspace.set], workspace)
    if arguments[json] {
      terminal.json(account.json)
    } else {
      terminal.out(
        account.lines(
          subject: arguments[subject], arguments.invocation, width: terminal.outputWidth
        ).joined(separator: "\n"))
    }
    return .done
  }

  private static func account(
    of word: String, _ settings: [String], _ workspace: Workspace
  ) throws -> IdentityAccount {
    let isSpec = Files.exists(word) && !Files.isFolder(word)
    guard isSpec || word.hasSuffix(".json") else {
      let run = try workspace.store.run(meant: word)
      guard settings.isEmpty else {
        throw InputRejected("'--set' changes a spec, and '\(word)' is a run")
      }
      return IdentityAccount(run, workspace.shelf)
    }
    let plan = try workspace.plan(word, settings: settings)
    let run = try workspace.store.wholeRun(of: plan)
    let nearest = try run == nil ? NearestRun(to: plan, in: workspace.store) : nil
    return IdentityAccount(plan, run, nearest, workspace.shelf)
  }
}
