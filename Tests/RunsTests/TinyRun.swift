import Foundation
import Plans
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

/// A temporary folder with a spec of a few mock galaxies, and a store for its runs.
struct TinyRun {
  let directory: TemporaryDirectory

  /// Three galaxies, two models, two cells, one analysis, two expectations that are met.
  static let spec = """
    {
      "upsilon": 1,
      "name": "tiny",
      "question": "Does it work?",
      "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
      "cuts": { "galaxies": ["points >= 5"] },
      "model": { "fit": ["linear", "rational-taper-kRd"] },
      "grid": { "upsilon_disk": [0.3, 0.5] },
      "analyses": [
        { "name": "fitted", "summarize": "fits", "columns": ["chi2_reduced"], "statistics": ["count", "median"] }
      ],
      "expect": [
        { "table": "fits", "statistic": "count", "equals": 12, "source": "2 × 3 × 2" },
        { "table": "fitted", "where": "upsilon_disk == 0.5", "column": "count", "equals": 6 }
      ]
    }
    """

  init() throws {
    directory = try TemporaryDirectory()
  }

  var root: String { "\(directory.path)/runs" }
  var store: RunStore { RunStore(root) }

  /// A plan over generated galaxies.
  static func plan(_ text: String = spec, replacing old: String = "", with new: String = "") throws
    -> Plan
  {
    try plan(text, replacing: old, with: new) { $0.squaredSpeeds() }
  }

  /// A plan, with a way of its own to compute components.
  static func plan(
    _ text: String, replacing old: String = "", with new: String = "",
    _ squaredSpeeds: (DiskProfile) -> [Double]
  ) throws -> Plan {
    let directory = try TemporaryDirectory()
    let changed = old.isEmpty ? text : text.replacing(old, with: new)
    let path = try directory.write(changed, to: "tiny.json").path
    let report = InputReport()
    let spec = try SpecLoader.load(path, report)
    try report.check()
    let found = try #require(spec)
    let shelf = try DataShelf(folder: "\(directory.path)/data", report)
    let dataset = try shelf.dataset(
      found.dataset, relativeTo: directory.path, at: found.datasetPlace, report)
    try report.check()
    return try Plan(found, try #require(dataset), report, squaredSpeeds: squaredSpeeds)
  }

  /// Runs a plan.
  @discardableResult
  func run(_ plan: Plan, jobs: Int = 2) throws -> RunOutcome {
    let ending = try runner(jobs: jobs).run(plan) { _ in }
    return try #require(Self.outcome(of: ending))
  }

  func runner(
    jobs: Int = 2, _ cancellation: Cancellation = Cancellation(), build: Build = .running,
    cellsAtATime: Int? = nil, madeCells: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> Runner {
    Runner(
      store: store, jobs: jobs, cancellation: cancellation, build: build,
      cellsAtATime: cellsAtATime, madeCells: madeCells)
  }

  /// The run that was published.
  static func outcome(of ending: RunEnding) -> RunOutcome? {
    guard case .published(let outcome) = ending else { return nil }
    return outcome
  }

  /// What is missing where nothing was published.
  static func waiting(of ending: RunEnding) -> ShardOutcome? {
    guard case .waiting(let outcome) = ending else { return nil }
    return outcome
  }

  /// Runs a plan on one thread and stops it after its first piece.
  func interrupt(_ plan: Plan) throws -> Interrupted {
    let cancellation = Cancellation()
    return try #require(throws: Interrupted.self) {
      try runner(jobs: 1, cancellation).run(plan) { _ in cancellation.request() }
    }
  }

  /// The files of the run that are the same whenever it is repeated.
  func lasting() throws -> [String: Data] {
    try contents().filter {
      !$0.key.hasSuffix("journal.json") && !$0.key.hasSuffix(RunChecksums.fileName)
    }
  }

  /// The files under the folder of runs with their content; nothing if there is no such folder.
  func contents() throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let files = names.filter { !Files.isFolder("\(root)/\($0)") }
    return try Dictionary(
      uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: URL(filePath: "\(root)/\($0)"))) }
    )
  }

  /// A file of a run as JSON.
  static func json(_ path: String) throws -> JSONValue {
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: path, bytes: try Files.read(path)), report)
    try report.check()
    return try #require(node).plain
  }
}
