import Console
import Runs
import Support

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `upsilon clean`: shows what the folder of runs can do without, and removes it on request.
enum CleanCommand: Command {
  static let specs = Option<String>(
    "specs", "DIR", default: "experiments", "The folder of specs, whose lock files pin runs.")
  static let yes = Flag("yes", "Remove what is shown.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "clean"
  static let summary = "Show what can be removed from the folder of runs; remove it with --yes."
  static let details = [
    "That is: records of runs that were not finished, and runs with a newer one of the same name "
      + "that were never pinned. What a living process works on stays.",
    "Without --yes nothing is removed.",
  ]
  static let parameters: [any Parameter] = [yes, specs, Workspace.runs, json]
  static let examples = ["clean", "clean --yes", "clean --runs runs --specs experiments --json"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let store = Workspace.store(arguments)
    let pins = try PinnedRuns(store: store, specs: arguments[specs])
    let cleaning = try Cleaning(store, sparing: pins)
    for name in cleaning.inUse {
      terminal.err("note: '\(name)' is being computed and stays")
    }
    if arguments[yes] {
      for removable in cleaning.removables { try cleaning.remove(removable) }
    }
    if arguments[json] {
      terminal.json(json(cleaning.removables, areRemoved: arguments[yes]))
    } else {
      terminal.out(lines(cleaning.removables, store, arguments[yes], terminal.outputWidth))
    }
    return .done
  }

  private static func lines(
    _ removables: [Removable], _ store: RunStore, _ areRemoved: Bool, _ width: Int?
  ) -> String {
    guard !removables.isEmpty else { return "nothing to remove in '\(store.root)'" }
    var text = TextTable([
      .text("what"), .text("name"), .number("bytes"), .text("last written"), .text(""),
    ])
    for item in removables {
      let age = item.lastWritten.map { max(0, Date.now.timeIntervalSince($0)) }
      text.append([
        item.kind.rawValue, item.name, item.bytes.grouped,
        age.map { "\(DurationText.expected($0)) ago" }, item.remark,
      ])
    }
    let bytes = removables.reduce(0) { $0 + $1.bytes }
    let sum = "\(removables.count.grouped) in all, \(bytes.grouped) bytes"
    return
      (text.lines(width: width, maximumRows: nil, indent: 0) + [
        areRemoved
          ? "removed: \(sum)" : "\(sum); nothing is removed yet: 'upsilon clean --yes' does it"
      ]).joined(separator: "\n")
  }

  private static func json(_ removables: [Removable], areRemoved: Bool) -> JSONValue {
    .array(
      removables.map { item in
        [
          "kind": .string(item.kind.rawValue),
          "path": .string(item.path),
          "bytes": .number(Double(item.bytes)),
          "last_written": item.lastWritten.map { .string($0.ISO8601Format()) } ?? .null,
          "remark": .string(item.remark),
          "removed": .bool(areRemoved),
        ]
      })
  }
}
