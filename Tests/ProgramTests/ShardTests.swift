import TestKit
import Testing

@Suite("Shards", .limited)
struct ShardTests {
  private let program: Program

  private static let expectation = "a part such as 2/7, from 1/7 to 7/7, or env or env/7"

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
  }

  @Test func areMergedWhenAllAreThere() throws {
    try program.run("run", "small.json", "--runs", "whole")
    let first = try program.run("run", "small.json", "--shard", "2/3")
    #expect(first.status == 0)
    #expect(first.output.contains("shard        2/3, 5 units computed"))
    #expect(first.output.contains("missing      shards 1/3, 3/3 (11 units)"))
    let early = try program.run("merge", "small.json")
    #expect(early.status == 2)
    #expect(early.messages.contains("is not complete; missing: shards 1/3, 3/3 (11 units)"))
    try program.run("run", "small.json", "--shard", "3/3")
    #expect(program.runs().isEmpty)
    // The last part on another machine, from which the records are brought.
    try program.run("run", "small.json", "--shard", "1/3", "--runs", "other")
    let copy = try program.shell("cp -r other/.partial runs && upsilon merge small.json")
    #expect(copy.status == 0)
    #expect(copy.output.contains("continued    16 of 16 units were there"))
    #expect(try program.lastingFiles(in: "runs") == program.lastingFiles(in: "whole"))
    #expect(try program.run("merge", "small.json").output.contains("there already"))
  }

  @Test func areAskedForWhereNothingIsComputed() throws {
    let before = program.listing
    let ending = try program.run("merge", "small.json")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("nothing of 'small-"))
    #expect(ending.messages.contains("help: 'upsilon run small.json' computes it"))
    #expect(program.listing == before)
  }

  @Test func areUsedByARunOfTheWhole() throws {
    try program.run("run", "small.json", "--shard", "2/2")
    let ending = try program.run("run", "small.json", "--json")
    let runs = try #require(try ending.json as? [[String: Any]])
    #expect(runs.first?["units_computed"] as? Int == 8)
    #expect(program.runs().count == 1)
  }

  @Test func tellProgramsWhatIsMissing() throws {
    let ending = try program.run("run", "small.json", "--shard", "1/2", "--json")
    let runs = try #require(try ending.json as? [[String: Any]])
    #expect(runs.first?["shard"] as? String == "1/2")
    #expect(runs.first?["units_missing"] as? Int == 8)
    #expect(runs.first?["missing"] as? String == "shard 2/2 (8 units)")
  }

  @Test(arguments: ["0/3", "4/3", "a/b", "3", "1/0", "-1/2"])
  func areRefusedInOtherWords(word: String) throws {
    let before = program.listing
    let ending = try program.run("run", "small.json", "--shard", word)
    #expect(ending.status == 2)
    #expect(ending.messages.contains("takes \(Self.expectation), not '\(word)'"))
    #expect(program.listing == before)
  }

  @Test func mayBeMoreThanTheUnits() throws {
    #expect(try program.run("run", "small.json", "--shard", "1/100").status == 0)
    #expect(try program.run("run", "small.json").status == 0)
    #expect(program.runs().count == 1)
  }
}
