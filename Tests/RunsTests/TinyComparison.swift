import Runs
import Shelf
import Support
import TestKit
import Testing

/// A suite that compares small runs.
protocol TinyComparison {
  var tiny: TinyRun { get }
}

extension TinyComparison {
  /// A run of the spec with some text replaced.
  func run(replacing old: String = "", with new: String = "") throws -> StoredRun {
    try tiny.run(TinyRun.plan(replacing: old, with: new)).run
  }

  func side(_ run: StoredRun) throws -> DiffSide { try DiffSide(run.name, run: run) }

  func diff(
    _ old: DiffSide, _ new: DiffSide, _ request: DiffRequest = DiffRequest()
  ) throws -> RunDiff {
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    return try RunComparison(old, new, request, jobs: 2) { CurveMoves(old, new, shelf) }.result()
  }

  func rows(_ diff: RunDiff, _ table: String) throws -> RowsDiff {
    let table = try #require(diff.tables?.first { $0.name == table })
    guard case .rows(let rows) = table.content else { throw TableWithoutRows() }
    return rows
  }
}

/// A table of a diff that was not compared row by row.
struct TableWithoutRows: Error {}
