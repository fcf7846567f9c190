import Foundation
import TestKit
import Testing

/// Advice is typed as it is printed, in the shell, and does what it says.
@Suite("Advice that is typed", .limited)
struct AdviceTests {
  private let program: Program
  /// A folder that a shell has to be told about.
  private let runs = "my runs"

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "specs of mine/small.json")
  }

  private var spec: String { "specs of mine/small.json" }

  /// The commands in quotes that a text advises.
  private func commands(in text: String) -> [String] {
    text.components(separatedBy: "'upsilon ").dropFirst().map { rest in
      // The closing quote is the first outside of double quotes.
      var isQuoted = false
      let line = rest.prefix { character in
        if character == "\"" { isQuoted.toggle() }
        return character != "'" || isQuoted
      }
      return "upsilon \(line)"
    }
  }

  /// Types the advice of an ending.
  private func typed(_ ending: Program.Ending, _ number: Int = 0) throws -> Program.Ending {
    let all = commands(in: ending.output + ending.messages)
    try #require(all.count > number, "no such advice in: \(ending.output)\(ending.messages)")
    return try program.shell(all[number])
  }

  @Test func showsTheRunThatWasPrinted() throws {
    let text = Specs.small.replacing("\"galaxies\": 4", with: "\"galaxies\": 20")
      .replacing(
        "\"expect\":",
        with: #""analyses": [{ "name": "best", "select": "fits", "minimum": "chi2" }], "expect":"#
      )
      .replacing("\"equals\": 16", with: "\"equals\": 80")
    try program.directory.write(text, to: "small.json")
    try program.run("run", "small.json", "--runs", runs)
    let other = "grid.upsilon_disk=[0.3]"
    try program.run("run", "small.json", "--runs", runs, "--set", other, "--set", "expect=[]")
    let again = try program.run("run", "small.json", "--runs", runs)
    let shown = try typed(again)
    #expect(shown.status == 0)
    #expect(shown.output.contains("2 cells"), "not the latest of its name")
  }

  @Test func mergesAndComputesTheRestOfAPart() throws {
    let change = "grid.upsilon_disk=[0.3, 0.7]"
    let part = try program.run(
      "run", spec, "--runs", runs, "--shard", "1/2", "--set", change)
    let merge = try typed(part)
    #expect(merge.status == 2)
    let rest = try typed(merge)
    #expect(rest.status == 0, "\(rest.messages)")
    #expect(program.runs(in: runs).count == 1)
    #expect(try typed(part).status == 0)
  }

  @Test func computesWhatNothingIsThereOf() throws {
    let merge = try program.run("merge", spec, "--runs", runs)
    #expect(try typed(merge).status == 0)
    #expect(program.runs(in: runs).count == 1)
  }

  @Test func removesWhatCleanHasShown() throws {
    try program.run("run", spec, "--runs", runs, "--shard", "1/2")
    let removed = try typed(try program.run("clean", "--runs", runs, "--specs", "a 'b'"))
    #expect(removed.output.contains("removed: 1 in all"))
  }

  @Test func verifiesADamagedRun() throws {
    try program.run("run", spec, "--runs", runs)
    let run = try #require(program.runs(in: runs).first)
    try program.directory.write("{", to: "\(runs)/\(run)/manifest.json")
    for words in [["list"], ["show", "small"], ["why", "small"]] {
      let line = (["upsilon"] + words).joined(separator: " ")
      let verified = try typed(try program.shell("\(line) --runs '\(runs)'"))
      #expect(verified.status == 1)
      #expect(verified.output.contains("FAULT"))
    }
  }

  @Test func makesTheFirstRun() throws {
    let list = try program.run("list", "--runs", runs)
    #expect(try typed(list, 0).status == 0)
    #expect(try typed(list, 1).status == 0)
    #expect(program.runs(in: runs).count == 1)
  }

  @Test func takesOverARunOfTheSameIdentity() throws {
    try program.run("run", spec, "--runs", runs)
    let renamed = Specs.small.replacing("\"small\"", with: "\"renamed\"")
    try program.directory.write(renamed, to: "renamed.json")
    #expect(try typed(try program.run("why", "renamed.json", "--runs", runs)).status == 0)
    #expect(program.runs(in: runs).count == 2)
  }

  @Test func pinsWhatLacksALock() throws {
    let locked = try program.run("run", spec, "--runs", runs, "--locked")
    #expect(try typed(locked).status == 0)
    #expect(try program.run("run", spec, "--runs", runs, "--locked").status == 0)
  }

  @Test func showsWhatAPinMisses() throws {
    try program.directory.write(Specs.missed, to: "missed.json")
    let pin = try program.run("pin", "missed.json", "--runs", runs)
    let run = try typed(pin)
    #expect(run.status == 1)
    #expect(run.output.contains("missed:"))
  }

  @Test func looksIntoTheDataFolderThatWasGiven() throws {
    let text = Specs.small.replacing(
      #"{ "mock": { "seed": 7, "galaxies": 4 } }"#, with: "\"sparc\"")
    try program.directory.write(text, to: "sparc.json")
    let commands = commands(
      in: try program.run("check", "sparc.json", "--data", "my data").messages)
    #expect(commands == [#"upsilon data list --data "my data""#])
    #expect(try program.shell(commands[0]).status == 0)
    let run = try program.run("run", "sparc.json", "--data", "my data", "--runs", runs)
    #expect(
      self.commands(in: run.messages) == [
        #"upsilon data fetch sparc --data "my data""#,
        #"upsilon data import PATH --data "my data""#,
      ])
  }

  @Test func namesTheFolderOfASpecWithOwnData() throws {
    let points = """
      galaxy,radius,v_obs,e_v_obs,v_gas,v_disk
      A,1,50,5,10,30
      A,2,60,5,12,35
      A,3,65,5,14,36

      """
    try program.directory.write(points, to: "mine/points.csv")
    try program.directory.write(
      """
      { "upsilon": 1, "name": "own", "dataset": { "path": "points.csv", "format": "csv" },
        "model": { "fit": ["linear"] }, "grid": { "upsilon_disk": [0.5] } }
      """, to: "mine/own.json")
    #expect(try program.run("run", "mine/own.json", "--runs", runs).status == 0)
    let kept = try program.run("verify", "own", "--runs", runs, "--recompute")
    #expect(kept.status == 0 && kept.output.contains("same to the bit"))
    #expect(try program.shell("rm -r '\(runs)'/own-*/inputs").status == 0)
    let refused = try program.run("verify", "own", "--runs", runs, "--recompute")
    #expect(refused.status == 2)
    let advice = try #require(commands(in: refused.messages).first)
    #expect(advice.contains("--from DIR"))
    let verified = try program.shell(advice.replacing("DIR", with: "mine"))
    #expect(verified.status == 0)
    #expect(verified.output.contains("same to the bit"))
  }

  @Test func tellsWhichCutLeavesNothing() throws {
    let ending = try program.run("plan", spec, "--set", #"cuts.galaxies=["points >= 1000"]"#)
    #expect(ending.status == 2)
    #expect(ending.messages.contains("help: 'points >= 1000' leaves 0"))
  }
}
