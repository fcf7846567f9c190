import TestKit
import Testing

@Suite("Clean", .limited)
struct CleanTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
  }

  @Test func saysThatThereIsNothingToDo() throws {
    let ending = try program.run("clean")
    #expect(ending.status == 0)
    #expect(ending.output == "nothing to remove in 'runs'\n")
  }

  @Test func removesOnlyWhenAskedTo() throws {
    try program.run("run", "small.json")
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.6]")
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.7]", "--shard", "1/2")
    let before = program.listing
    let shown = try program.run("clean")
    #expect(shown.status == 0)
    #expect(shown.output.contains("8 of 16 units"))
    #expect(shown.output.contains("nothing is removed yet: 'upsilon clean --yes' does it"))
    #expect(program.listing == before)
    let things = try #require(try program.run("clean", "--json").json as? [[String: Any]])
    #expect(things.compactMap { $0["kind"] as? String } == ["partial", "superseded"])
    #expect(things.allSatisfy { $0["removed"] as? Bool == false })
    #expect(program.listing == before)
    let removed = try program.run("clean", "--yes")
    #expect(removed.status == 0)
    #expect(removed.output.contains("removed: 2 in all"))
    #expect(program.runs().count == 1)
    #expect(try program.files(in: "runs").keys.allSatisfy { !$0.hasPrefix(".") })
    #expect(try program.run("clean").output == "nothing to remove in 'runs'\n")
  }

  @Test func sparesWhatALockFilePins() throws {
    try program.run("run", "small.json")
    let identity = try program.identity(of: "small.json")
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.6]")
    try program.directory.write(
      #"{"identity": "\#(identity)"}"#, to: "specs/small.json.lock")
    #expect(try program.run("clean", "--specs", "specs").output.hasPrefix("nothing to remove"))
    #expect(try program.run("clean").output.contains("superseded"))
  }
}
