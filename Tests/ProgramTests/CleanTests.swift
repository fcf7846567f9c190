import Foundation
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

  /// Runs the spec with an earlier and with the newest version of a method.
  private func runTwice() throws {
    let text = Specs.small.replacing("rational-taper", with: "quadrature")
      .replacing(#""bounds": { "quadrature": { "omega": [0, 90] } },"#, with: "")
    try program.directory.write(text, to: "small.json")
    let older = try program.run(
      "run", "small.json", "--set", #"methods={"quadrature": "v1_quadrature"}"#, "--quiet")
    #expect(older.status == 0, "\(older.messages)")
    try program.run("run", "small.json")
  }

  @Test func removesOnlyWhenAskedTo() throws {
    try runTwice()
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.7]", "--shard", "1/2")
    let before = program.listing
    let shown = try program.run("clean")
    #expect(shown.status == 0)
    #expect(shown.output.contains("8 of 16 units"))
    #expect(shown.output.contains(": quadrature v1_quadrature → v2_quadrature"))
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

  @Test func keepsVariants() throws {
    try program.run("run", "small.json")
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.6]")
    #expect(try program.run("clean").output == "nothing to remove in 'runs'\n")
  }

  @Test func keepsARunThatHasACopy() throws {
    try program.run("run", "small.json")
    let run = try #require(program.runs().first)
    #expect(try program.shell("cp -r runs/\(run) runs/z-backup").status == 0)
    #expect(try program.run("clean", "--yes").output == "nothing to remove in 'runs'\n")
    #expect(program.runs() == [run, "z-backup"])
  }

  @Test func sparesWhatALockFilePins() throws {
    try runTwice()
    let older = try #require(
      try program.runs().first { run in
        try program.directory.read("runs/\(run)/manifest.json").contains("v1_quadrature")
      })
    let manifest = try #require(
      try JSONSerialization.jsonObject(
        with: Data(program.directory.read("runs/\(older)/manifest.json").utf8)) as? [String: Any])
    let identity = try #require(manifest["identity"] as? String)
    try program.directory.write(
      #"{"identity": "\#(identity)"}"#, to: "specs/small.json.lock")
    #expect(try program.run("clean", "--specs", "specs").output.hasPrefix("nothing to remove"))
    #expect(try program.run("clean").output.contains("superseded"))
  }

  @Test(.slow) func mayBeCalledByManyAtOnce() throws {
    for round in 0..<3 {
      try runTwice()
      try program.run(
        "run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.\(round + 6)]", "--shard", "1/2")
      let cleaners = try (0..<8).map { _ in try program.start("clean", "--yes") }
      let endings = try cleaners.map { try $0.ending() }
      #expect(endings.map(\.status) == Array(repeating: 0, count: 8), "\(endings.map(\.messages))")
      #expect(program.runs().count == 1)
      #expect(try program.run("clean").output == "nothing to remove in 'runs'\n")
    }
  }
}
