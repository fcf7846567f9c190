import Foundation
import TestKit
import Testing

@Suite("List", .limited)
struct ListTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
  }

  private func lines(_ words: String) throws -> [String] {
    try program.shell("upsilon list \(words)").output.split(separator: "\n").map(String.init)
  }

  private func values(_ words: String = "") throws -> [[String: Any]] {
    try #require(try program.shell("upsilon list \(words) --json").json as? [[String: Any]])
  }

  @Test func tellsWhatDiffersAmongRunsOfOneName() throws {
    try program.run("run", "small.json")
    #expect(try values()[0]["differs"] as? [String: String] == [:])
    try program.run("run", "small.json", "--set", "bounds.linear.omega=[0, 100]")
    try program.directory.write(Specs.other, to: "other.json")
    try program.run("run", "other.json")
    let lines = try lines("")
    #expect(lines.count == 4)
    #expect(lines[1].contains("bounds.linear.omega -50…50"))
    #expect(lines[2].contains("bounds.linear.omega 0…100"))
    #expect(!lines[3].contains("bounds"))
    let values = try values("small")
    #expect(values.count == 2)
    #expect(values[1]["differs"] as? [String: String] == ["bounds.linear.omega": "0…100"])
    #expect(values.allSatisfy { $0["galaxies"] as? Int == 4 && $0["complete"] as? Bool == true })
  }

  @Test func tellsCutsAndEngines() throws {
    let cut = #"cuts.galaxies=["points >= 5"]"#
    try program.run("run", "small.json", "--set", cut, "--set", "expect=[]")
    let value = try #require(try values().first)
    #expect(value["cuts"] as? [String] == ["points >= 5"])
    #expect(value["engine"] as? Int == 2)
    #expect(try lines("")[1].hasSuffix("points >= 5"))
  }

  @Test func showsRunsThatAreNotFinishedApart() throws {
    try program.run("run", "small.json", "--shard", "1/2")
    let ending = try program.run("list")
    #expect(ending.output.hasPrefix("not finished"))
    #expect(ending.output.contains("8 of 16 units"))
    #expect(ending.messages.isEmpty)
    let value = try #require(try values().first)
    #expect(value["complete"] as? Bool == false)
    #expect(value["units_kept"] as? Int == 8)
    #expect(value["units"] as? Int == 16)
    #expect(value["being_computed"] as? Bool == false)
    try program.run("run", "small.json")
    #expect(try values().count == 1)
  }

  @Test func saysThatNoRunIsMeant() throws {
    try program.run("run", "small.json")
    #expect(try program.run("list", "nothing").messages == "no such runs in 'runs'\n")
  }

  @Test func doesNotBelieveAClockThatIsAhead() throws {
    try program.run("run", "small.json")
    let run = try #require(program.runs().first)
    let journal = try program.directory.read("runs/\(run)/journal.json")
    let year = try #require(journal.firstRange(of: "\"started\": \"20"))
    try program.directory.write(
      journal.replacingCharacters(in: year, with: "\"started\": \"29"),
      to: "runs/\(run)/journal.json")
    #expect(try lines("")[1].contains("in the future"))
    #expect(try values()[0]["age_seconds"] is NSNull)
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.3, 0.6]")
    let latest = try program.run("show", "small", "fits", "--json", "--rows", "4")
    #expect(try program.run("show", "small").output.hasPrefix("runs/\(run)") == false)
    #expect(latest.status == 0)
  }

  @Test func refusesALinkThatLeadsNowhere() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(program.path)/lost", withDestinationPath: "gone")
    for verb in ["list", "clean", "show x", "run small.json"] {
      let ending = try program.shell("upsilon \(verb) --runs lost")
      #expect(ending.status == 2)
      #expect(ending.messages.contains("the folder of runs 'lost' is a link that leads nowhere"))
    }
  }

  @Test func pinsNothingBesideADevice() throws {
    let ending = try program.shell("upsilon pin /dev/stdin < small.json")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("'/dev/stdin' is no file beside which a lock can stand"))
  }
}
