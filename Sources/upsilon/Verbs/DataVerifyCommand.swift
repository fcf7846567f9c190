import Console
import Records
import Runs
import Shelf
import Support

/// `upsilon data verify`: compares the data folder with the registry.
enum DataVerifyCommand: Command {
  static let datasets = Positionals<String>(
    "dataset", minimum: 0, "Which datasets; all by default.")

  static let name = "data verify"
  static let summary = "Compare the files of datasets with their published hashes."
  static let parameters: [any Parameter] = [datasets, Workspace.data]
  static let examples = ["data verify", "data verify sparc"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let report = InputReport()
    let shelf = try Workspace.shelf(arguments)
    let checks = try shelf.verify(arguments[datasets], report)
    try report.check()
    for check in checks { terminal.out("\(check.path): \(check.summary)") }
    let wrong = Set(checks.filter { !$0.isRight }.map(\.dataset))
    for entry in shelf.registry.entries where wrong.contains(entry.name) {
      terminal.err("help: \(arguments.invocation.text(entry.advice))")
    }
    if checks.isEmpty { terminal.out("nothing to verify: the dataset is built in") }
    return checks.allSatisfy(\.isRight) ? .done : .unmet
  }
}
