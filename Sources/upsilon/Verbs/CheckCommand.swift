import Console
import Plans
import Runs
import Shelf
import Specs
import Support

/// `upsilon check`: finds the mistakes of specs without computing anything.
enum CheckCommand: Command {
  static let specs = Positionals<String>(
    "spec", minimum: 1, "Experiment files; a folder stands for the specs in it.")
  static let json = Flag("json", "Print a JSON list: each file with what is to be said of it.")

  static let name = "check"
  static let summary = "Find the mistakes in specs, all at once."
  static let details = [
    "A spec whose data are at hand is checked against them, down to the names of galaxies. Where "
      + "they are not, the rest is checked and a warning says so."
  ]
  static let parameters: [any Parameter] = [specs, Workspace.set, Workspace.data, json]
  static let examples = [
    "check experiments/quickstart.json", "check experiments", "check experiments --json",
  ]

  /// What became of one file.
  private struct Checked {
    let file: String
    let isSound: Bool
    let summary: String
    let diagnostics: [Diagnostic]
  }

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let shelf = try Workspace.shelf(arguments)
    let components = ComponentCache()
    if arguments[json] {
      let checked = try arguments[specs].flatMap { path in
        do {
          return try Workspace.specFiles([path]).map { file in
            try check(file, arguments, shelf, components)
          }
        } catch let rejected as InputRejected {
          return [Self.rejected(path, rejected)]
        }
      }
      terminal.json(.array(checked.map { value($0, arguments.invocation) }))
      return checked.allSatisfy(\.isSound) ? .done : .rejected
    }
    var mistakes: [Diagnostic] = []
    for file in try Workspace.specFiles(arguments[specs]) {
      let checked = try check(file, arguments, shelf, components)
      terminal.out("\(file): \(checked.summary)")
      if checked.isSound {
        for warning in checked.diagnostics { terminal.err(arguments.invocation.text(warning)) }
      } else {
        mistakes += checked.diagnostics
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    return .done
  }

  private static func check(
    _ file: String, _ arguments: Arguments, _ shelf: DataShelf, _ components: ComponentCache
  ) throws -> Checked {
    let report = InputReport()
    do {
      let spec = try Workspace.spec(file, settings: arguments[Workspace.set], data: shelf, report)
      let summary = try check(spec, shelf, components, report)
      return Checked(
        file: file, isSound: true, summary: summary, diagnostics: spec.warnings + report.warnings)
    } catch let rejected as InputRejected {
      return Self.rejected(file, rejected)
    }
  }

  private static func rejected(_ file: String, _ rejected: InputRejected) -> Checked {
    Checked(
      file: file, isSound: false, summary: rejected.mistakes.counted("mistake", "mistakes"),
      diagnostics: rejected.diagnostics)
  }

  private static func check(
    _ spec: ExperimentSpec, _ shelf: DataShelf, _ components: ComponentCache,
    _ report: InputReport
  ) throws -> String {
    guard shelf.isAtHand(spec.dataset) else {
      Plan.schemas(of: spec, nil, report)
      try report.check()
      report.warn(
        "the data are not at hand: names of galaxies were not checked", at: spec.datasetPlace,
        help: "\(command: "data list") shows which datasets are here")
      return "ok without its data"
    }
    let plan = try Workspace.plan(spec, from: shelf, components, report)
    let free = spec.free.filter { $0.range.fixedValue == nil }.map(\.name).joined(separator: ", ")
    return "ok, \(PlanView.product(of: plan))\(free.isEmpty ? "" : ", \(free) free")"
  }

  private static func value(_ checked: Checked, _ invocation: Invocation) -> JSONValue {
    [
      "file": .string(checked.file), "sound": .bool(checked.isSound),
      "summary": .string(checked.summary),
      "diagnostics": .array(checked.diagnostics.map { DiagnosticJSON.value($0, invocation) }),
    ]
  }
}
