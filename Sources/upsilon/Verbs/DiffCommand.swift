import Console
import Machine
import Runs
import Shelf
import Support

/// `upsilon diff`: how two runs differ, and why.
enum DiffCommand: Command {
  static let old = Positional<String>(
    "old", "A run (folder, hash prefix or name), a manifest.json, a lock, or a spec.")
  static let new = Positional<String>("new", "The same; changes are counted from old to new.")
  static let absolute = Option<Double>(
    "atol", "X", default: 0, "Let numbers move by X in the unit of their column.")
  static let relative = Option<Double>(
    "rtol", "X", default: 0, "Let numbers move by X of the larger magnitude.")
  static let sigmas = Option<Double?>(
    "nsigma", "X", "Let numbers with errors move by X combined errors.")
  static let table = Option<String?>("table", "NAME", "Compare only this table, in full.")
  static let condition = Option<String?>(
    "where", "EXPR", "Compare only rows that meet a condition on either side.")
  static let top = Option<PositiveInteger>(
    "top", "N", default: PositiveInteger(10), "Name at most N rows of each kind.")
  static let json = Flag("json", "Print JSON instead of text.")
  static let markdown = Flag("markdown", "Print Markdown, to be pasted into a pull request.")

  static let name = "diff"
  static let summary = "Show how two runs differ, and why."
  static let details = [
    "The layers are compared in turn: settings by JSON Pointer, data and engine, galaxies, and the "
      + "tables, joined on their keys. An axis that has one value in both runs does not keep rows "
      + "apart. Where only one layer differs, it is named as the cause.",
    "A number is equal if it has the same bits, or moved within any of the tolerances. Rows are "
      + "ranked by the largest change in combined errors, then by the largest change over the "
      + "largest magnitude in the column. A fit whose parameters moved while its curve moved by "
      + "less than a tenth of the error at every point is counted as degenerate.",
    "A spec stands for its run; without one its settings, data and sample are compared. Manifests "
      + "and locks are compared by the digests and statistics of their columns.",
    "Exit status: 0 equal (results within the tolerance, or all that determines them where one "
      + "side has no results), 1 different, 2 not comparable.",
  ]
  static let parameters: [any Parameter] = [
    old, new, table, condition, top, absolute, relative, sigmas, Workspace.data, Workspace.runs,
    json, markdown,
  ]
  static let examples = [
    "diff session441-optimal-v1 session441-optimal",
    "diff 01fc22 eb5ca6 --table optimal --where \"galaxy == 'NGC0891'\"",
    "diff runs/a/manifest.json runs/b/manifest.json --markdown",
    "diff experiments/quickstart.json.lock quickstart",
    "diff 01fc22 eb5ca6 --rtol 1e-9",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let request = try request(arguments)
    let workspace = try Workspace(arguments)
    let sides = DiffSides(workspace: workspace)
    let (before, after) = (try sides.side(arguments[old]), try sides.side(arguments[new]))
    let shelf = workspace.shelf
    let diff = try RunComparison(
      before, after, request, jobs: Host.processors
    ) { CurveMoves(before, after, shelf) }.result()
    try diff.checkComparable()
    if arguments[json] {
      terminal.json(DiffJSON.value(diff))
    } else {
      let page = DiffPage(diff, isDetailed: request.table != nil)
      let lines =
        arguments[markdown]
        ? DiffMarkdown.lines(of: page) : DiffText.lines(of: page, width: terminal.outputWidth)
      terminal.out(lines.joined(separator: "\n"))
    }
    return diff.isEmpty ? .done : .unmet
  }

  private static func request(_ arguments: Arguments) throws -> DiffRequest {
    if arguments[json], arguments[markdown] {
      throw UsageError.conflict("--\(json.name)", "--\(markdown.name)")
    }
    let limits: [(String, Double?)] = [
      (absolute.name, arguments[absolute]), (relative.name, arguments[relative]),
      (sigmas.name, arguments[sigmas]),
    ]
    for case (let name, let limit?) in limits where limit < 0 {
      throw InputRejected("'--\(name)' is negative", help: "a tolerance is zero or more")
    }
    let report = InputReport()
    let condition = arguments[condition].flatMap {
      Expression(parsing: SourceText(name: "--where", text: $0), report)
    }
    try report.check()
    return DiffRequest(
      tolerance: DiffTolerance(
        absolute: arguments[absolute], relative: arguments[relative], sigmas: arguments[sigmas]),
      table: arguments[table], condition: condition, top: arguments[top].value)
  }
}
