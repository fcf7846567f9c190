import Console
import Machine
import Runs
import Support

/// `upsilon clean`: shows what the folder of runs can do without, and removes it on request.
enum CleanCommand: Command {
  static let specs = Option<String>(
    "specs", "DIR", default: "experiments", "The folder of specs, whose lock files pin runs.")
  static let yes = Flag("yes", "Remove what is shown.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "clean"
  static let summary = "Show what can be removed from the folder of runs; remove it with --yes."
  static let details = [
    "That is: records of runs that were not finished, what processes that were killed have left, "
      + "and runs whose place another one has taken and that were never pinned. What a living "
      + "process works on stays.",
    "A run takes the place of another one of the same name that asks for the same of the same "
      + "dataset, if its engine or a version of a method is newer and none is older. Where only "
      + "the data are others, the later one does, and only where the journals and the file system "
      + "agree on when both were finished and neither lies ahead of the clock. Copies and renamed "
      + "folders neither go nor make others go; in doubt a run stays.",
    "Without --yes nothing is removed.",
  ]
  static let parameters: [any Parameter] = [yes, specs, Workspace.runs, json]
  static let examples = ["clean", "clean --yes", "clean --runs runs --specs experiments --json"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let store = try Workspace.store(arguments)
    let pins = try PinnedRuns(store: store, specs: arguments[specs])
    let cleaning = try Cleaning(store, sparing: pins)
    for name in cleaning.inUse {
      terminal.err("note: '\(name)' is being computed and stays")
    }
    for name in cleaning.maybeInUse {
      terminal.err(
        "note: '\(name)' may be being computed, as this file system has no locks; it stays until "
          + "nothing has been written for an hour")
    }
    var found = cleaning.removables
    if arguments[yes] { found = try removed(found, cleaning, terminal) }
    if arguments[json] {
      terminal.json(json(found, areRemoved: arguments[yes]))
    } else {
      let call = arguments[yes] ? nil : arguments.invocation.line("clean", ["--yes"])
      terminal.out(lines(found, store, call, terminal.outputWidth))
    }
    return .done
  }

  /// Removes what was found.
  ///
  /// - Returns: What is gone.
  private static func removed(
    _ removables: [Removable], _ cleaning: Cleaning, _ terminal: Terminal
  ) throws -> [Removable] {
    try removables.filter { removable in
      let isGone = try cleaning.remove(removable)
      if !isGone { terminal.err("note: '\(removable.name)' is not what it was and stays") }
      return isGone
    }
  }

  /// - Parameters:
  ///   - removables: What was found, or removed.
  ///   - store: The folder of runs.
  ///   - call: The command that removes it; `nil` if that was done.
  ///   - width: Columns of the terminal.
  /// - Returns: A line for each, and the sum.
  private static func lines(
    _ removables: [Removable], _ store: RunStore, _ call: String?, _ width: Int?
  ) -> String {
    guard !removables.isEmpty else { return "nothing to remove in '\(store.root)'" }
    var text = TextTable([
      .text("what"), .text("name"), .number("bytes"), .text("last written"), .text(""),
    ])
    for item in removables {
      let age = item.lastWritten.map { $0.seconds(until: .now) }
      text.append([
        item.kind.rawValue, item.name, item.bytes.grouped,
        age.map { $0 < -1 ? AgeText.text($0) : "\(AgeText.text($0)) ago" }, item.remark,
      ])
    }
    let bytes = removables.reduce(0) { $0 + $1.bytes }
    let sum = "\(removables.count.grouped) in all, \(bytes.grouped) bytes"
    return
      (text.lines(width: width, maximumRows: nil, indent: 0) + [
        call.map { "\(sum); nothing is removed yet: '\($0)' does it" } ?? "removed: \(sum)"
      ]).joined(separator: "\n")
  }

  private static func json(_ removables: [Removable], areRemoved: Bool) -> JSONValue {
    .array(
      removables.map { item in
        [
          "kind": .string(item.kind.rawValue),
          "path": .string(item.path),
          "bytes": .number(Double(item.bytes)),
          "last_written": item.lastWritten.map { .string($0.textOfSecond) } ?? .null,
          "remark": .string(item.remark),
          "removed": .bool(areRemoved),
        ]
      })
  }
}
