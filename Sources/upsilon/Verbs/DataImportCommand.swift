import Console
import Records
import Runs
import Shelf
import Support

/// `upsilon data import`: takes files the user has.
enum DataImportCommand: Command {
  static let paths = Positionals<String>(
    "path", minimum: 1, "Files, folders or zip archives that hold files of datasets.")

  static let name = "data import"
  static let summary = "Take files you have into the data folder, known by their content."
  static let details = [
    "The exit status is 1 where a dataset of which something was taken still lacks a file."
  ]
  static let parameters: [any Parameter] = [paths, Workspace.data]
  static let examples = ["data import downloads/SPARC_Lelli2016c.mrt", "data import downloads"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let report = InputReport()
    let shelf = try Workspace.shelf(arguments)
    let files = try shelf.importFiles(arguments[paths], report)
    try report.check()
    for warning in report.warnings { terminal.err(arguments.invocation.text(warning)) }
    for file in files {
      let outcome =
        switch file.outcome {
        case .copied: "copied"
        case .alreadyThere: "already there"
        case .replaced: "copied over a wrong file"
        }
      terminal.out("\(file.origin): \(file.dataset) \(file.file.role), \(outcome): \(file.path)")
    }
    let missing = files.map(\.dataset).distinct.compactMap { Self.missing(of: $0, on: shelf) }
    for message in missing { terminal.err("warning: \(message)") }
    return missing.isEmpty ? .done : .unmet
  }

  /// Which files a dataset still lacks, in words; `nil` if it has all.
  private static func missing(of dataset: String, on shelf: DataShelf) -> String? {
    guard let entry = shelf.registry[dataset] else { return nil }
    let paths = entry.files.map { shelf.path(of: $0, in: entry) }.filter(Files.isMissing)
    if paths.isEmpty { return nil }
    return "dataset '\(dataset)' still lacks \(paths.map { "'\($0)'" }.joined(separator: " and "))"
  }
}
