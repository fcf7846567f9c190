import Console
import Runs
import Support

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `upsilon list`: the runs in the folder of runs.
enum ListCommand: Command {
  static let specs = Option<String>(
    "specs", "DIR", default: "experiments", "The folder whose lock files pin runs.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "list"
  static let summary = "List the runs, newest last."
  static let details = [
    "The methods are those of a run's models and analyses; the axes are those with more than one "
      + "value; the rows are those of all its tables. A run is pinned if 'upsilon pin' wrote a "
      + "lock file for it.",
    "A run is named by its folder, by any start of its hash that no other run has, or by its name, "
      + "which means the latest run of that name.",
  ]
  static let parameters: [any Parameter] = [specs, Workspace.runs, json]
  static let examples = ["list", "list --runs runs --json"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let store = Workspace.store(arguments)
    let pinned = try PinnedRuns(store: store, specs: arguments[specs])
    let now = Date()
    let folders = try store.folders()
    let lines = folders.compactMap(\.run).map { RunLine(run: $0, pinned: pinned, now: now) }
      .sorted { $0.run.isOlder(than: $1.run) }
    let damaged = folders.filter { $0.run == nil }
    if arguments[json] {
      let values = lines.map(\.json) + damaged.map(RunLine.json)
      terminal.json(JSONValue.array(values))
      return .done
    }
    for folder in damaged {
      terminal.err(
        "warning: '\(folder.path)' is damaged: \(folder.damage)\n"
          + "help: 'upsilon verify \(folder.name)' says what is left of it")
    }
    guard !lines.isEmpty else {
      terminal.err("no runs in '\(store.root)'; 'upsilon run' makes one")
      return .done
    }
    let text = TextTable(RunLine.columns, rows: lines.map(\.cells))
    terminal.out(
      text.lines(width: terminal.outputWidth, maximumRows: nil, indent: 0).joined(separator: "\n"))
    return .done
  }
}
