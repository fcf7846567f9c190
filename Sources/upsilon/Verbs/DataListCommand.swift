import Console
import Records
import Runs
import Shelf
import Specs
import Support

/// `upsilon data list`: the datasets that specs can name, and whether they are here.
enum DataListCommand: Command {
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "data list"
  static let summary = "List the datasets and whether they are here."
  static let parameters: [any Parameter] = [Workspace.data, json]
  static let examples = ["data list"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let shelf = try Workspace.shelf(arguments)
    let entries = shelf.registry.entries
    if arguments[json] {
      terminal.json(JSONValue.array(entries.map { value($0, shelf) }))
      return .done
    }
    var text = TextTable([.text("dataset"), .text("state"), .text("licence"), .text("title")])
    for entry in entries {
      text.append([entry.name, shelf.state(of: entry).rawValue, entry.licence, entry.title])
    }
    let lines = text.lines(width: terminal.outputWidth, maximumRows: nil, indent: 0)
    terminal.out(lines.joined(separator: "\n"))
    for entry in entries where [.notHere, .damaged].contains(shelf.state(of: entry)) {
      terminal.out("\(entry.name): \(arguments.invocation.text(entry.advice))")
    }
    return .done
  }

  private static func value(_ entry: DatasetEntry, _ shelf: DataShelf) -> JSONValue {
    [
      "name": .string(entry.name), "title": .string(entry.title),
      "state": .string(shelf.state(of: entry).rawValue), "citation": .string(entry.citation),
      "licence": .string(entry.licence),
      "files": .array(entry.files.map { .string(shelf.path(of: $0, in: entry)) }),
    ]
  }
}
