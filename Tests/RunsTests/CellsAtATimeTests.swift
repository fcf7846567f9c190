import Foundation
import Plans
import Records
import Runs
import Support
import Synchronization
import TestKit
import Testing

/// Tables are made a few cells at a time, and nothing that lasts tells how many.
@Suite("Cells at a time", .limited)
struct CellsAtATimeTests {
  /// Twenty cells of two axes; steps within cells, steps over them, and steps over those.
  private static let spec = """
    {
      "upsilon": 1, "name": "cells",
      "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
      "model": { "fit": ["linear", "rational-taper-kRd"], "offset": {} },
      "grid": { "upsilon_disk": [0.3, 0.4, 0.5, 0.6, 0.7], "upsilon_bulge": [0.5, 0.6, 0.7, 0.8] },
      "analyses": [
        { "name": "some", "filter": "fits", "where": "omega > 0 and chi2_reduced < 9" },
        { "name": "more", "derive": "some",
          "columns": { "ratio": "omega / e_omega", "far": "r_max > 10" } },
        { "name": "ratios", "summarize": "more", "columns": ["ratio", "k"],
          "statistics": ["count", "median", "std", "p16"], "by": ["model"] },
        { "name": "trend", "regress": "offsets", "response": "offset", "terms": ["log_v"] },
        { "name": "all", "summarize": "more", "columns": ["ratio"],
          "statistics": ["mean", "median"], "per": ["model"] },
        { "name": "best", "select": "trend", "maximum": "r2" },
        { "name": "laws", "compare": "fits", "models": ["linear", "rational-taper-kRd"] }
      ],
      "expect": [
        { "table": "fits", "statistic": "count", "equals": 120 },
        { "table": "offsets", "where": "upsilon_disk == 0.3 and upsilon_bulge == 0.5",
          "statistic": "count", "equals": 3 }
      ]
    }
    """

  private let plan: Plan

  init() throws {
    plan = try TinyRun.plan(Self.spec)
  }

  private func run(_ tiny: TinyRun, _ cells: Int?, jobs: Int) throws -> RunOutcome {
    let ending = try tiny.runner(jobs: jobs, cellsAtATime: cells).run(plan) { _ in }
    return try #require(TinyRun.outcome(of: ending))
  }

  @Test(arguments: [(1, 1), (1, 2), (8, 7), (8, 1), (64, 2), (3, 2), (nil, 7)])
  func leaveTheSameBytes(cells: Int?, jobs: Int) throws {
    let (whole, parts) = (try TinyRun(), try TinyRun())
    let outcome = try run(whole, 1000, jobs: 1)
    let other = try run(parts, cells, jobs: jobs)
    #expect(outcome.isSatisfied && other.isSatisfied)
    #expect(other.fits?.lines.map(\.counts) == outcome.fits?.lines.map(\.counts))
    #expect(other.fits?.lines.map(\.median) == outcome.fits?.lines.map(\.median))
    let lasting = try whole.lasting()
    #expect(lasting.keys.contains { $0.hasSuffix("tables/trend.residuals.ecsv") })
    #expect(try parts.lasting() == lasting)
  }

  /// A run that is stopped between any two parts of its tables goes on with all its records.
  @Test(arguments: 0..<20)
  func areGoneOnWithAfterAnyStop(cells: Int) throws {
    let (whole, tiny) = (try TinyRun(), try TinyRun())
    _ = try run(whole, nil, jobs: 2)
    let cancellation = Cancellation()
    let runner = tiny.runner(jobs: 1 + cells % 3, cancellation, cellsAtATime: 1) { made in
      if made > cells { cancellation.request() }
    }
    #expect(throws: Interrupted(kept: plan.unitCount, of: plan.unitCount)) {
      try runner.run(plan) { _ in }
    }
    let left = try tiny.contents().keys
    #expect(left.allSatisfy { $0.hasSuffix(".records") || $0.hasSuffix(".claims") })
    let outcome = try run(tiny, 1, jobs: 2)
    #expect(outcome.computed == 0)
    #expect(try tiny.lasting() == whole.lasting())
  }

  /// What is recomputed is made in the same way, without a file.
  @Test func areVerifiedWithoutRecords() throws {
    let tiny = try TinyRun()
    let outcome = try run(tiny, 1, jobs: 2)
    let found = try Recomputation(
      of: outcome.run, plan, .all, jobs: 2, cancellation: Cancellation()
    ) { _ in }
    #expect(found.verdict == .sameToTheBit)
    #expect(found.isSame)
  }

  /// A log that changes while tables are made of it is not believed.
  @Test func areNotMadeOfALogThatChanges() throws {
    let tiny = try TinyRun()
    let folder = PartialRun(of: plan, in: tiny.store).path
    let isChanged = Mutex(false)
    let runner = tiny.runner(jobs: 1, cellsAtATime: 8) { _ in
      guard
        isChanged.withLock({ known in
          defer { known = true }
          return !known
        })
      else { return }
      guard let name = try? Files.names(in: folder).first(where: { $0.hasSuffix(".records") }),
        var bytes = try? Files.read("\(folder)/\(name)")
      else { return }
      bytes[bytes.count - 100] ^= 1
      try? Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    let error = #expect(throws: FileError.self) { try runner.run(plan) { _ in } }
    #expect(error?.reason == "it has changed while it was in use")
    #expect(!Files.exists("\(tiny.root)/\(plan.runName)"))
  }
}
