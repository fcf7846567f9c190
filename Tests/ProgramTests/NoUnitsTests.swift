import Foundation
import TestKit
import Testing

/// A spec whose steps need neither fits nor offsets has no units, and is a run like any other.
@Suite("A run without units", .limited)
struct NoUnitsTests {
  private let program: Program

  private static let spec = """
    {
      "upsilon": 1,
      "name": "relation",
      "dataset": { "mock": { "seed": 7, "galaxies": 4 } },
      "model": {},
      "analyses": [
        { "name": "relation", "points": { "upsilon_disk": 0.5 } },
        {
          "name": "scatter", "summarize": "relation", "statistics": ["count", "rms"],
          "columns": { "residual": "log10(g_obs / g_rar)" }
        }
      ],
      "expect": [{ "table": "scatter", "column": "count", "at_least": 20 }]
    }
    """

  init() throws {
    program = try Program()
    try program.directory.write(Self.spec, to: "relation.json")
  }

  @Test func isPlannedAndComputed() throws {
    let check = try program.run("check", "relation.json")
    #expect(check.output.contains("relation.json: ok, no units, 2 analyses"))
    let ending = try program.run("run", "relation.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("plan         no units, 2 analyses"))
    #expect(ending.output.contains("expectations 1 met, 0 missed"))
    let file = try #require(program.runs().first)
    let data = try program.directory.read("runs/\(file)/manifest.json")
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    #expect(manifest["units"] as? Int == 0)
    #expect(manifest["cells"] as? Int == 1)
    #expect((manifest["statuses"] as? [String: Any])?.isEmpty == true)
    #expect(try program.run("run", "relation.json").output.contains("there already"))
  }

  @Test func isListedShownComparedAndVerified() throws {
    try program.run("run", "relation.json")
    #expect(try program.run("list").output.contains("points v2"))
    #expect(try program.run("show", "relation").output.contains("1 cell, 0 units"))
    let same = try program.run("diff", "relation", "relation")
    #expect(same.status == 0, "\(same.output)")
    try program.directory.write(Self.spec.replacing("0.5", with: "0.6"), to: "other.json")
    try program.run("run", "other.json")
    let runs = program.runs()
    #expect(runs.count == 2)
    let other = try program.run("diff", "runs/\(runs[0])", "runs/\(runs[1])")
    #expect(other.status == 1, "\(other.messages)")
    for run in runs {
      let found = try program.run("verify", "runs/\(run)", "--recompute")
      #expect(found.status == 0)
      #expect(found.output.contains("0 units, "))
      #expect(found.output.contains("same to the bit"))
      let part = try program.run("verify", "runs/\(run)", "--recompute", "--fraction", "0.5")
      #expect(part.status == 2)
      #expect(part.messages.contains("has no units, so there is no fraction of them"))
    }
  }

  @Test func isPublishedByTheFirstPart() throws {
    try program.run("run", "relation.json", "--runs", "whole")
    let part = try program.run("run", "relation.json", "--shard", "2/3")
    #expect(part.status == 0)
    #expect(try program.lastingFiles(in: "runs") == program.lastingFiles(in: "whole"))
    #expect(try program.run("run", "relation.json", "--shard", "1/3").status == 0)
    #expect(try program.run("merge", "relation.json").output.contains("there already"))
    #expect(try program.run("merge", "relation.json", "--runs", "merged").status == 0)
    #expect(try program.lastingFiles(in: "merged") == program.lastingFiles(in: "whole"))
    let clean = try program.run("clean")
    #expect(clean.status == 0, "\(clean.messages)")
  }

  @Test func isPinned() throws {
    #expect(try program.run("pin", "relation.json").status == 0)
    let held = try program.run("run", "relation.json", "--locked")
    #expect(held.status == 0, "\(held.output)\(held.messages)")
  }
}
