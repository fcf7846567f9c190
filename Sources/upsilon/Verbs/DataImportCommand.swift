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
  static let parameters: [any Parameter] = [paths, Workspace.data]
  static let examples = ["data import downloads/SPARC_Lelli2016c.mrt", "data import downloads"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let report = InputReport()
    let files = try Workspace.shelf(arguments).importFiles(arguments[paths], report)
    try report.check()
    for warning in report.warnings { terminal.err(warning.rendered) }
    for file in files {
      let outcome =
        switch file.outcome {
        case .copied: "copied"
        case .alreadyThere: "already there"
        case .replaced: "copied over a wrong file"
        }
      terminal.out("\(file.origin): \(file.dataset) \(file.file.role), \(outcome): \(file.path)")
    }
    return .done
  }
}
