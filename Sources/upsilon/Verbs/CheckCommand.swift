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

  static let name = "check"
  static let summary = "Find the mistakes in specs, all at once."
  static let details = [
    "A spec whose data are at hand is checked against them, down to the names of galaxies. Where "
      + "they are not, the rest is checked and a warning says so."
  ]
  static let parameters: [any Parameter] = [specs, Workspace.set, Workspace.data]
  static let examples = ["check experiments/quickstart.json", "check experiments"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let shelf = try Workspace.shelf(arguments)
    let files = try Workspace.specFiles(arguments[specs])
    let components = ComponentCache()
    var mistakes: [Diagnostic] = []
    for file in files {
      let report = InputReport()
      do {
        let spec = try Workspace.spec(
          file, settings: arguments[Workspace.set], data: shelf, report)
        let summary = try check(spec, shelf, components, report)
        terminal.out("\(file): \(summary)")
        for warning in spec.warnings + report.warnings { terminal.err(warning.rendered) }
      } catch let rejected as InputRejected {
        terminal.out("\(file): \(count(rejected))")
        mistakes += rejected.diagnostics
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    return .done
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
        help: "'upsilon data list' shows which datasets are here")
      return "ok without its data"
    }
    let plan = try Workspace.plan(spec, from: shelf, components, report)
    let free = spec.free.filter { $0.range.fixedValue == nil }.map(\.name).joined(separator: ", ")
    return "ok, \(PlanView.product(of: plan))\(free.isEmpty ? "" : ", \(free) free")"
  }

  private static func count(_ rejected: InputRejected) -> String {
    rejected.mistakes.counted("mistake", "mistakes")
  }
}
