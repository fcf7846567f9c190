import Console
import Experiments
import Runs
import Support

/// `upsilon list`: the runs in the folder of runs.
enum ListCommand: Command {
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "list"
  static let summary = "List the runs, newest last."
  static let parameters: [any Parameter] = [Workspace.runs, json]
  static let examples = ["list", "list --runs runs --json"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let store = Workspace.store(arguments)
    let runs = try store.runs().map { (run: $0, started: $0.started) }
      .sorted { ($0.started, $0.run.name) < ($1.started, $1.run.name) }
    if arguments[json] {
      terminal.write(
        JSONValue.array(
          runs.map { item in
            [
              "name": .string(item.run.manifest.name),
              "identity": .string(item.run.manifest.identity),
              "path": .string(item.run.path),
              "started": .string(item.started),
              "units": item.run.manifest.json["units"] ?? .null,
            ]
          }
        ).readableBytes)
      return .done
    }
    guard !runs.isEmpty else {
      terminal.err("no runs in '\(store.root)'; 'upsilon run' makes one")
      return .done
    }
    var text = TextTable([
      .text("run"), .text("dataset"), .number("galaxies"), .number("cells"), .number("units"),
      .text("made"),
    ])
    for item in runs {
      let json = item.run.manifest.json
      func count(_ value: JSONValue?) -> String { value?.count?.grouped ?? "–" }
      text.append([
        item.run.name, json["dataset"]?["name"]?.string ?? "",
        count(json["sample"]?["galaxies"]), count(json["cells"]), count(json["units"]),
        RunSummary.moment(item.started),
      ])
    }
    terminal.out(
      text.lines(width: terminal.outputWidth, maximumRows: nil, indent: 0).joined(separator: "\n"))
    return .done
  }
}
