import Foundation
import Plans
import Runs
import Support
import Tables
import TestKit
import Testing

@Suite("Runner", .limited)
struct RunnerTests {
  private let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  @Test(arguments: [2, 7])
  func leavesTheSameBytesForAnyNumberOfJobs(jobs: Int) throws {
    let other = try TinyRun()
    let plan = try TinyRun.plan()
    try tiny.run(plan, jobs: 1)
    try other.run(plan, jobs: jobs)
    #expect(try tiny.lasting() == other.lasting())
  }

  @Test(arguments: [2, 7])
  func leavesTheSameBytesOfFreeGalaxiesForAnyNumberOfJobs(jobs: Int) throws {
    let other = try TinyRun()
    let free = TinyRun.spec.replacing("upsilon_disk == 0.5", with: "upsilon_gas == 1")
      .replacing(
        #""upsilon_disk": [0.3, 0.5] }"#,
        with: #""upsilon_gas": [0.9, 1] }, "bounds": { "upsilon_disk": [0.3, 0.8] }, "#
          + #""priors": { "distance": "catalogue", "inclination": "catalogue" }"#)
    let plan = try TinyRun.plan(free)
    try tiny.run(plan, jobs: 1)
    try other.run(plan, jobs: jobs)
    #expect(try tiny.lasting().keys.contains { $0.hasSuffix("information.ecsv") })
    #expect(try tiny.lasting() == other.lasting())
  }

  @Test func doesNotComputeWhatIsThere() throws {
    let plan = try TinyRun.plan()
    let first = try tiny.run(plan)
    let before = try tiny.contents()
    let ending = try tiny.runner(jobs: 1).run(plan) { _ in Issue.record("a unit was computed") }
    let second = try #require(TinyRun.outcome(of: ending))
    #expect(first.origin == .computed)
    #expect(first.computed == plan.unitCount)
    #expect(second.origin == .there)
    #expect(second.computed == 0)
    #expect(second.isSatisfied)
    #expect(second.run.path == first.run.path)
    #expect(try tiny.contents() == before)
  }

  @Test func findsWhatItFoundBefore() throws {
    let plan = try TinyRun.plan()
    let (first, second) = (try tiny.run(plan), try tiny.run(plan))
    #expect(second.tables.schemas.names.sorted() == first.tables.schemas.names.sorted())
    for table in first.tables.all {
      let stored = try #require(second.tables[table.name])
      let texts = [stored, table].map { table in
        (0..<table.rowCount).map { row in
          table.schema.columns.indices.map { table.text(row: row, column: $0) }
        }
      }
      #expect(texts[0] == texts[1], "\(table.name)")
    }
  }

  @Test func holdsExpectationsAgainstStoredTables() throws {
    let first = try tiny.run(TinyRun.plan())
    #expect(first.expectations.map(\.isMet) == [true, true])
    let changed = try tiny.run(TinyRun.plan(replacing: "\"equals\": 6", with: "\"equals\": 7"))
    #expect(changed.origin == .there, "an expectation does not change the identity")
    #expect(changed.expectations.map(\.isMet) == [true, false])
    #expect(changed.expectations.last?.expected == "7")
    #expect(changed.expectations.last?.found == "6")
    #expect(!changed.isSatisfied)
  }

  @Test func joinsStoredTablesAsItJoinedThem() throws {
    let join = """
      { "upsilon": 1, "name": "join", "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
        "cuts": { "galaxies": ["points >= 1"] }, "model": { "offset": {} },
        "analyses": [
          { "name": "mean", "summarize": "offsets", "columns": { "o": "offset" }, "statistics": ["mean"] },
          { "name": "p", "points": { "upsilon_disk": 0.5 } }
        ],
        "expect": [
          { "table": "p", "where": "offsets.log_v > 0", "statistic": "count", "at_least": 1 }
        ] }
      """
    let plan = try TinyRun.plan(join)
    #expect(try tiny.run(plan).isSatisfied)
    let again = try tiny.run(plan)
    #expect(again.origin == .there)
    #expect(again.isSatisfied)
    let stored = try #require(try again.run.table("offsets"))
    #expect(stored.schema.constants == ["upsilon_disk", "upsilon_bulge", "upsilon_gas"])
  }

  @Test func writesNumbersWhoseMeanOverflows() throws {
    let large = """
      { "upsilon": 1, "name": "large", "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
        "model": { "fit": ["linear"] },
        "analyses": [{ "name": "l", "derive": "fits", "columns": { "z": "1e308" } }] }
      """
    #expect(try tiny.run(TinyRun.plan(large)).isSatisfied)
  }

  @Test func looksUpTheCatalogueThatARunDoesNotKeep() throws {
    let join = """
      { "upsilon": 1, "name": "join", "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
        "model": { "fit": ["linear"] }, "outputs": { "tables": ["fits"] },
        "expect": [
          { "table": "fits", "where": "inclination > 0 and truth.omega > 0", "statistic": "count", "equals": 3 }
        ] }
      """
    let plan = try TinyRun.plan(join)
    #expect(try tiny.run(plan).isSatisfied)
    #expect(try tiny.run(plan).isSatisfied)
    #expect(try tiny.contents().keys.filter { $0.hasSuffix("galaxies.ecsv") }.isEmpty)
  }

  @Test func refusesAnExpectationOnATableThatIsNotKept() {
    #expect(throws: InputRejected.self) {
      try TinyRun.plan(
        replacing: "\"expect\"", with: "\"outputs\": {\"tables\": [\"fits\"]}, \"expect\"")
    }
  }

  @Test func noticesATableThatChanged() throws {
    let plan = try TinyRun.plan()
    let run = try tiny.run(plan).run
    let file = "runs/\(plan.runName)/tables/fits.ecsv"
    let text = try tiny.directory.read(file)
    try tiny.directory.write(String(text.dropLast()), to: file)
    let error = try #require(throws: FileError.self) { try tiny.run(plan) }
    #expect(error.path == "\(run.path)/tables/fits.ecsv")
    #expect(error.reason.contains("changed"))
  }

  @Test func leavesNothingWhenItIsStoppedBeforeTheFirstUnit() throws {
    let plan = try TinyRun.plan()
    let cancellation = Cancellation()
    cancellation.request()
    #expect(throws: Interrupted(kept: 0, of: plan.unitCount)) {
      try tiny.runner(cancellation).run(plan) { _ in }
    }
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func isNotSatisfiedWithMoreRefusalsThanAllowed() throws {
    let plan = try TinyRun.plan(
      replacing: "\"expect\"", with: "\"limits\": {\"refused\": 0}, \"expect\"")
    let outcome = try tiny.run(plan)
    #expect(outcome.refusedCount == 0)
    #expect(outcome.isSatisfied)
  }
}
