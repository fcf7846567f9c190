import Foundation
import TestKit
import Testing

/// Posteriors as a user meets them.
@Suite("Posteriors of a run", .slow, .limited)
struct PosteriorTests {
  private let program: Program

  private static let spec = """
    {
      "upsilon": 1,
      "name": "small",
      "dataset": { "mock": { "seed": 3, "galaxies": 4, "law": "nfw" } },
      "model": { "fit": ["nfw", "linear"] },
      "grid": { "upsilon_disk": [0.4, 0.5] },
      "posterior": { "seed": 5, "draws": 20, "derive": { "mass": "m200" } },
      "analyses": [
        { "name": "which", "compare": "fits", "models": ["nfw", "linear"], "criterion": "evidence" }
      ]
    }
    """

  init() throws {
    program = try Program()
    try program.directory.write(Self.spec, to: "small.json")
  }

  @Test func standInSummaryAndTablesAndAreVerified() throws {
    let ending = try program.run("run", "small.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("2 cells × 4 galaxies × 4 fits and posteriors = 32 units"))
    #expect(ending.output.contains("\n  posteriors\n"))
    let run = try #require(program.runs().first)
    for table in ["evidences", "posteriors", "posterior_correlations", "predictive", "which"] {
      #expect(
        try program.directory.read("runs/\(run)/tables/\(table).ecsv").contains("nfw") == true)
    }
    let check = try program.run("verify", "runs/\(run)", "--recompute")
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("same to the bit"))
  }

  @Test func areTheSameInParts() throws {
    #expect(try program.run("run", "small.json", "--jobs", "1").status == 0)
    let run = try #require(program.runs().first)
    let names = ["evidences", "posteriors", "predictive", "which"]
    let whole = try names.map { try program.directory.read("runs/\(run)/tables/\($0).ecsv") }
    for shard in ["2/3", "1/3", "3/3"] {
      let ending = try program.run("run", "small.json", "--shard", shard, "--runs", "parts")
      #expect(ending.status == 0, "\(ending.messages)")
    }
    let parts = try names.map { try program.directory.read("parts/\(run)/tables/\($0).ecsv") }
    #expect(parts == whole)
  }

  /// Another seed gives another run, which differs by less than the errors that it tells.
  @Test func differByTheirErrors() throws {
    #expect(try program.run("run", "small.json").status == 0)
    #expect(try program.run("run", "small.json", "--set", "posterior.seed=6").status == 0)
    let runs = program.runs().map { "runs/\($0)" }
    #expect(runs.count == 2)
    let diff = try program.run("diff", runs[0], runs[1], "--table", "evidences", "--json")
    #expect(diff.status == 1)
    #expect(diff.output.contains("ln_z"))
  }
}
