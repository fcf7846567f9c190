import Console
import Runs
import Shelf
import Specs
import Support

/// `upsilon init`: writes a spec to start from.
enum InitCommand: Command {
  static let path = Positional<String?>("path", "The file to write, like my-experiment.json.")
  static let start = Option<StartingSpec>(
    "start", "NAME", default: .sweepRatios, "Which question to start from.")
  static let list = Flag("list", "List the questions there are to start from.")
  static let json = Flag("json", "Print the list as JSON.")

  static let name = "init"
  static let summary = "Write a spec to start from, chosen by its question."
  static let details = [
    "The spec runs as it is, on galaxies that the program carries, makes, or has fetched; without "
      + "a path the questions are listed. A file that exists is left alone.",
    "Beside 'own-data' goes a file of points with the same name and the ending .csv: an example, "
      + "to be replaced by your own. One that is there already is taken as it is.",
  ]
  static let parameters: [any Parameter] = [path, start, list, Workspace.data, json]
  static let examples = [
    "init my-experiment.json", "init --list", "init halos.json --start compare-halos",
    "init my-galaxy.json --start own-data",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    guard let path = arguments[path], !arguments[list] else {
      if let path = arguments[path] {
        throw InputRejected(
          "'--list' writes nothing, and '\(path)' is named", help: "leave one of the two out")
      }
      show(arguments, terminal)
      return .done
    }
    if arguments[json] { throw UsageError.needs("--\(json.name)", other: "--\(list.name)") }
    let start = arguments[start]
    let shelf = try Workspace.shelf(arguments)
    let points = "\(stem(of: path)).csv"
    try write(start.text(named: name(of: path), points: points), to: path)
    if let example = start.points {
      let file = Files.path(points, from: Files.parent(of: path))
      let isNew = try writeIfAbsent(example, to: file)
      terminal.out(
        isNew
          ? "\(file): an example; put your own galaxy in its place" : "\(file): is read as it is")
    }
    terminal.out("\(path): '\(arguments.invocation.line("run", [path]))' runs it")
    if let dataset = start.dataset, !shelf.isAtHand(.registered(dataset)) {
      let fetch = arguments.invocation.line("data fetch", [dataset])
      terminal.out("dataset '\(dataset)' is not here: '\(fetch)' downloads it")
    }
    return .done
  }

  private static func show(_ arguments: Arguments, _ terminal: Terminal) {
    guard !arguments[json] else {
      return terminal.json(
        .array(
          StartingSpec.allCases.map { start in
            [
              "name": .string(start.rawValue), "question": .string(start.question),
              "dataset": start.dataset.map { .string($0) } ?? .null,
            ]
          }))
    }
    let lines = StartingSpec.allCases.flatMap { start in
      let data = start.dataset.map { "dataset '\($0)'" } ?? "a file of your own"
      let question = start.question.wrapped(to: HelpPage.width - 4)
      return ["  \(start.rawValue)"] + question.map { "    \($0)" } + ["    (\(data))"]
    }
    let example = arguments.invocation.line(
      name, ["my-experiment.json", "--start", StartingSpec.fitLaws.rawValue])
    terminal.out((lines + ["", "'\(example)' writes one"]).joined(separator: "\n"))
  }

  private static func write(_ text: String, to path: String) throws {
    guard try writeIfAbsent(Array(text.utf8), to: path) else {
      throw InputRejected("'\(path)' exists already", help: "choose another name")
    }
  }

  /// Writes a file, unless something has its name.
  ///
  /// - Returns: Whether it was written.
  private static func writeIfAbsent(_ bytes: [UInt8], to path: String) throws -> Bool {
    let file = try NewFile(at: path)
    try file.append(bytes)
    return try file.take()
  }

  private static func stem(of path: String) -> String {
    let file = Files.name(of: path)
    return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }

  /// The name of a file without its ending, where that can name a run.
  private static func name(of path: String) -> String {
    let stem = stem(of: path)
    let isFine = stem.utf8.allSatisfy { $0.isWordByte || $0 == UInt8(ascii: "-") }
    return isFine && stem.utf8.first?.isWordByte == true ? stem : "my-experiment"
  }
}
