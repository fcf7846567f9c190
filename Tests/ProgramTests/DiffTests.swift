import Foundation
import Support
import TestKit
import Testing

@Suite("Diff", .limited)
struct DiffTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.directory.write(
      Specs.small.replacing("\"small\"", with: "\"bounded\"").replacing("[0, 90]", with: "[0, 8]"),
      to: "bounded.json")
    try program.directory.write(Specs.other, to: "other.json")
    try program.run("run", "small.json", "bounded.json", "other.json")
  }

  private func manifest(_ name: String) throws -> String {
    let run = try #require(program.runs().first { $0.hasPrefix(name) })
    return "runs/\(run)/manifest.json"
  }

  @Test func isEmptyForOneRunUnderSeveralNames() throws {
    let run = try #require(program.runs().first { $0.hasPrefix("small") })
    for words in ["small", run, "runs/\(run)", String(run.suffix(12)), "small.json"] {
      let ending = try program.run("diff", "small", words)
      #expect(ending.status == 0, "\(ending.messages)")
      #expect(ending.output.contains("results      equal"))
    }
    #expect(try program.run("diff", "small", manifest("small")).status == 0)
  }

  @Test func namesTheOneBoundAndTheRowsThatReachIt() throws {
    let ending = try program.run("diff", "small", "bounded")
    #expect(ending.status == 1)
    #expect(ending.messages == "")
    let lines = ending.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("  spec         /bounds/rational-taper/omega/1  90 → 8"))
    #expect(lines.contains("  inputs       equal"))
    #expect(lines.contains("  sample       equal (4 galaxies)"))
    #expect(lines.contains("  cause        setting (/bounds/rational-taper/omega/1)"))
    #expect(ending.output.contains("status interior → at_bound: "))
  }

  @Test func tellsEverythingAsJSON() throws {
    let ending = try program.run("diff", "small", "bounded", "--json")
    #expect(ending.status == 1)
    let diff = try #require(try ending.json as? [String: Any])
    let spec = try #require(diff["spec"] as? [String: [[String: Any]]])
    #expect(
      spec["settings"]?.map { $0["pointer"] as? String } == ["/bounds/rational-taper/omega/1"])
    let cause = try #require(diff["cause"] as? [String: [String]])
    #expect(cause["kinds"] == ["setting"])
    let tables = try #require(diff["tables"] as? [[String: Any]])
    let fits = try #require(tables.first { $0["name"] as? String == "fits" })
    #expect(fits["joined"] as? Int == 16)
    #expect((fits["moved"] as? Int).map { $0 > 0 && $0 <= 8 } == true)
  }

  @Test func negatesChangesWhenTheSidesSwap() throws {
    // Foundation reads a number and its negative to different bits.
    func changes(_ old: String, _ new: String) throws -> [Double] {
      let output = try program.run("diff", old, new, "--json", "--top", "100").output
      let diff = JSONParser.parse(SourceText(name: "diff", text: output), InputReport())?.plain
      let rows = (diff?["tables"]?.array ?? []).flatMap { $0["largest"]?.array ?? [] }
      return rows.flatMap { $0["moves"]?.array ?? [] }.compactMap { $0["change"]?.number }
    }
    let there = try changes("small", "bounded")
    #expect(there.count > 10)
    #expect(try changes("bounded", "small") == there.map { -$0 })
  }

  @Test func comparesOnlyWhatItIsAskedTo() throws {
    #expect(try program.run("diff", "small", "bounded", "--table", "cut_flow").status == 0)
    let linear = "model == 'linear'"
    #expect(try program.run("diff", "small", "bounded", "--where", linear).status == 0)
    let tapered = "model == 'rational-taper'"
    #expect(try program.run("diff", "small", "bounded", "--where", tapered).status == 1)
  }

  @Test func comparesManifestsAlone() throws {
    let ending = try program.run("diff", manifest("small"), manifest("bounded"))
    #expect(ending.status == 1)
    #expect(ending.output.contains("/bounds/rational-taper/omega/1  90 → 8"))
    #expect(ending.output.contains("16 rows, "))
    #expect(ending.output.contains("omega         max         37.78  →       8"))
  }

  @Test func comparesASpecThatHasNoRun() throws {
    try program.directory.write(
      Specs.small.replacing("[0.3, 0.5]", with: "[0.3, 0.6]"), to: "new.json")
    let ending = try program.run("diff", "small", "new.json")
    #expect(ending.status == 1)
    #expect(ending.output.contains("/grid/upsilon_disk  [0.3,0.5] → [0.3,0.6]"))
    #expect(ending.output.contains("not compared: there is no run of 'new.json'"))
  }

  @Test func namesTheColumnsOfASmallTableThatOneSideLacks() throws {
    func spec(_ name: String, _ statistics: String) -> String {
      Specs.small.replacing("\"small\"", with: "\"\(name)\"").replacing(
        "\"expect\"",
        with: "\"analyses\": [{ \"name\": \"fitted\", \"summarize\": \"fits\", "
          + "\"columns\": [\"bic\"], \"statistics\": [\(statistics)] }], \"expect\"")
    }
    try program.directory.write(spec("two", "\"count\", \"median\""), to: "two.json")
    try program.directory.write(spec("one", "\"count\""), to: "one.json")
    try program.run("run", "two.json", "one.json")
    let ending = try program.run("diff", "two", "one")
    #expect(ending.status == 1)
    #expect(ending.output.contains("0 of 2 rows moved; columns only in the first: median\n"))
  }

  @Test func isMarkdownForAPullRequest() throws {
    let ending = try program.run("diff", "small", "bounded", "--markdown")
    #expect(ending.status == 1)
    #expect(ending.output.hasPrefix("### small-"))
    #expect(ending.output.contains("| layer | what differs |\n| --- | --- |\n"))
    #expect(ending.output.contains("| cause | setting (/bounds/rational-taper/omega/1) |"))
  }

  @Test(arguments: [
    (["small", "none"], "there is no run 'none'"),
    (["small", "small", "--table", "fit"], "did you mean 'fits'?"),
    (["small", "small", "--where", "modl == 'linear'"], "--where:1:1"),
    (["small", "small", "--where", "bic"], "--where:1:1"),
    (["small", "small", "--rtol", "-1"], "'--rtol' is negative"),
    (["small", "small", "--json", "--markdown"], "exclude each other"),
    (["small.manifest", "small", "--rtol", "1e-9"], "a tolerance needs the rows of both sides"),
    (["small", "small.manifest", "--where", "bic > 0"], "'--where' needs the rows of both sides"),
    (["small", "notes.json"], "neither a manifest, a lock nor a spec"),
    (["small", "torn.json"], "torn.json:1:"),
    (["small", "bare.json"], "'bare.json' is a lock of version 1"),
    (["later.json", "small"], "later.json:2:15: error: unknown version 3 of the manifest"),
    (["small", "notes.lock"], "notes.lock:1:1: error: this is no lock"),
    (["small", "bounded", "--where", "galaxy == 'nowhere'"], "unknown galaxy 'nowhere'"),
  ])
  func isTwoForWhatCannotBeCompared(words: [String], message: String) throws {
    try program.directory.write("{}", to: "notes.json")
    try program.directory.write("{\"manifest\": ", to: "torn.json")
    try program.directory.write("{\"lock\": 1}", to: "bare.json")
    try program.directory.write("a note\n", to: "notes.lock")
    try program.directory.write(program.directory.read(manifest("small")), to: "small.manifest")
    let later = try program.directory.read(manifest("small"))
    try program.directory.write(
      later.replacing("\"manifest\": 2", with: "\"manifest\": 3"), to: "later.json")
    let line = words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
    let ending = try program.shell("upsilon diff \(line)")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.contains(message), "\(ending.messages)")
  }

  @Test func isThreeForATableThatWasTamperedWith() throws {
    let run = try #require(program.runs().first { $0.hasPrefix("small") })
    let file = "runs/\(run)/tables/fits.ecsv"
    try program.directory.write(try program.directory.read(file) + "\n", to: file)
    let ending = try program.run("diff", "small", "bounded")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("it has changed since the run was made"))
  }
}
