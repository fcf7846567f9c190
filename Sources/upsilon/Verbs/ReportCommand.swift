import Console
import Records
import Reports
import Runs
import Shelf
import Support

/// `upsilon report`: a run, or several side by side, as one page to look at.
enum ReportCommand: Command {
  static let runs = Positionals<String>(
    "run", minimum: 1, "Runs: folders, prefixes of hashes, or names (the latest).")
  static let output = Option<String?>(
    "o", "PATH", "The file to write; without it 'report.html' in the folder of the run.")
  static let since = Option<String?>(
    "since", "LOCK", "Say what moved since a lock or another run.")

  static let name = "report"
  static let summary = "Draw a run, or several side by side, as one page to look at."
  static let details = [
    "The page is one file. It asks no network for anything, is read without JavaScript, printed, "
      + "on a phone, light or dark; with JavaScript its tables sort and filter, and the name of a "
      + "galaxy opens its curve. The same run gives the same bytes.",
    "The figures that the spec of the run asks for are drawn into 'figures' beside it. Neither is "
      + "a part of the record: 'upsilon verify' names those that are out of date, and they may be "
      + "drawn anew at any time.",
    "Several runs need '-o', as their page belongs to none of them.",
  ]
  static let parameters: [any Parameter] = [
    runs, output, since, Workspace.data, Workspace.runs,
  ]
  static let examples = [
    "report quickstart", "report quickstart --since experiments/quickstart.json.lock",
    "report session441-standard session441-optimal -o sessions.html",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let found = try arguments[runs].map { try workspace.store.run(meant: $0) }
    if found.count > 1 {
      guard let path = arguments[output] else {
        throw InputRejected(
          "the page of \(found.count) runs belongs to none of them",
          help: "add '-o runs.html' to say where it goes")
      }
      guard arguments[since] == nil else {
        throw UsageError.conflict("--\(since.name)", "several runs")
      }
      let subjects = try found.map { run in
        try RunViews(of: run, workspace.shelf, dataset: entry(of: run, workspace), moves: nil)
          .subject
      }
      try write(ComparisonPage(subjects).bytes, to: path)
      terminal.out(path)
      return .done
    }
    let earlier = arguments[since]
    let moved = try earlier.map { try moves(of: found[0], since: $0, workspace) }
    let views = try RunViews(
      of: found[0], workspace.shelf, dataset: entry(of: found[0], workspace), moves: moved)
    for note in views.figures.notes { terminal.err("note: \(note)") }
    if let path = arguments[output] {
      try write(RunReportPage(views.subject).bytes, to: path)
      terminal.out(path)
    } else {
      for path in try views.write(report: true, unless: Cancellation()) { terminal.out(path) }
    }
    return .done
  }

  /// What the registry says of the dataset of a run.
  static func entry(of run: StoredRun, _ workspace: Workspace) -> DatasetEntry? {
    workspace.shelf.registry[run.manifest.dataset.name]
  }

  private static func moves(
    of run: StoredRun, since word: String, _ workspace: Workspace
  ) throws -> ReportMoves {
    let old = try DiffSides(workspace: workspace).side(word)
    let diff = try RunComparison(
      old, DiffSide(run.name, run: run), DiffRequest(), jobs: 1
    ) { nil }.result()
    try diff.checkComparable()
    return ReportMoves(diff, since: Files.name(of: word))
  }

  /// Writes a page where the user wants it.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard Files.isFolder(Files.parent(of: path)) else {
      throw InputRejected("there is no folder '\(Files.parent(of: path))' for '\(path)'")
    }
    try RunViews.write(bytes, to: path)
  }
}
