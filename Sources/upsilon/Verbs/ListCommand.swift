import Console
import Machine
import Runs
import Support

/// `upsilon list`: the runs in the folder of runs.
enum ListCommand: Command {
  static let part = Positional<String?>("part", "Only runs with this in their names.")
  static let specs = Option<String>(
    "specs", "DIR", default: "experiments", "The folder whose lock files pin runs.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "list"
  static let summary = "List the runs, newest last, and those that are not finished."
  static let details = [
    "'differs' are the settings, methods, data and engines that vary among the runs of one name. "
      + "The axes are those with more than one value; the methods are those of a run's models and "
      + "analyses; the rows are those of all its tables. A run is pinned if 'upsilon pin' wrote a "
      + "lock file for it.",
    "A run is named by its folder, by any start of its hash that no other run has, or by its name, "
      + "which means the latest run of that name. When a run was made its journal says; one that "
      + "lies ahead of the clock is shown as 'in the future' and is not believed: the time at "
      + "which its manifest was written counts instead.",
    "Folders of many runs are remembered in the file .index beside them, which may be removed.",
  ]
  static let parameters: [any Parameter] = [part, specs, Workspace.runs, json]
  static let examples = ["list", "list quickstart", "list --runs runs --json"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let store = try Workspace.store(arguments)
    let pinned = try PinnedRuns(store: store, specs: arguments[specs])
    let now = Moment.now
    let entries = try store.entries().filter { entry in
      arguments[part].map { entry.experiment.contains($0) } ?? true
    }
    let sorted = entries.filter { $0.facts != nil }.sorted { $0.isOlder(than: $1, at: now) }
    let differences = RunDifferences(among: sorted)
    let lines = sorted.compactMap { RunLine($0, differences, pinned: pinned, now: now) }
    let damaged = entries.filter { $0.facts == nil }
    let partials = try arguments[part] == nil ? PartialLine.all(in: store) : []
    if arguments[json] {
      let values = lines.map(\.json) + damaged.map(RunLine.json) + partials.map(\.json)
      terminal.json(JSONValue.array(values))
      return .done
    }
    let invocation = arguments.invocation
    for folder in damaged {
      let call = invocation.line("verify", [folder.name])
      terminal.err(
        "warning: '\(folder.path)' is damaged: \(folder.damage)\n"
          + "help: '\(call)' says what is left of it")
    }
    if lines.isEmpty, partials.isEmpty {
      terminal.err(
        entries.isEmpty && arguments[part] == nil
          ? "no runs in '\(store.root)'; \(invocation.text(RunStore.howToMakeOne))"
          : "no such runs in '\(store.root)'")
      return .done
    }
    let tables = [
      lines.isEmpty ? nil : TextTable(RunLine.columns, rows: lines.map(\.cells)),
      partials.isEmpty ? nil : TextTable(PartialLine.columns, rows: partials.map(\.cells)),
    ]
    terminal.out(
      tables.compactMap(\.self).map { table in
        table.lines(width: terminal.outputWidth, maximumRows: nil, indent: 0)
          .joined(separator: "\n")
      }.joined(separator: "\n\n"))
    return .done
  }
}
