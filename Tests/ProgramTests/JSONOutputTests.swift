import Foundation
import TestKit
import Testing

@Suite("JSON output", .limited)
struct JSONOutputTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
  }

  @Test(arguments: [
    "plan small.json --json", "run small.json --json", "list --json", "show small --json",
    "show small fits --json",
    "show small fits --where \"status == 'interior'\" --columns galaxy --json",
    "verify small --json", "verify small --recompute --json",
    "verify small --recompute --fraction 0.5 --json", "why small --json", "why small.json --json",
    "why small.json --set name=big --json", "models --json", "models linear --json", "schema",
    "data list --json", "check small.json --json", "init --list --json", "--version --json",
    "-V --json",
  ])
  func isJSON(line: String) throws {
    let ending = try program.shell("upsilon \(line)")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(throws: Never.self) { try ending.json }
    #expect(ending.messages == "")
  }

  @Test func tellsOfEachRun() throws {
    try program.directory.write(Specs.missed, to: "missed.json")
    let ending = try program.run("run", "small.json", "missed.json", "--json")
    #expect(ending.status == 1)
    let runs = try #require(try ending.json as? [[String: Any]])
    #expect(runs.map { $0["satisfied"] as? Bool } == [true, false])
    #expect(runs.map { $0["was_there"] as? Bool } == [true, true])
    #expect(runs.map { $0["units"] as? Int } == [16, 16])
    #expect(
      runs.map { $0["path"] as? String } == program.runs().flatMap { ["runs/\($0)", "runs/\($0)"] })
  }

  @Test func givesRowsAsObjects() throws {
    let ending = try program.run("show", "small", "fits", "--json")
    let rows = try #require(try ending.json as? [[String: Any]])
    #expect(rows.count == 16)
    #expect(rows.first?["galaxy"] as? String == "Mock0001")
    #expect(rows.first?["upsilon_disk"] as? Double == 0.3)
    #expect(rows.first?["r_t"] is NSNull, "a law without this parameter")
  }

  @Test func givesNoMoreRowsThanAskedFor() throws {
    let ending = try program.run("show", "small", "fits", "--rows", "3", "--json")
    #expect((try ending.json as? [Any])?.count == 3)
  }

  @Test func tellsWhatIsWrongWithSpecs() throws {
    try program.directory.write(
      Specs.small.replacing("upsilon_disk", with: "upsilon_disc", maxReplacements: 1),
      to: "wrong.json")
    let ending = try program.run("check", "small.json", "wrong.json", "none.json", "--json")
    #expect(ending.status == 2)
    #expect(ending.messages == "")
    let files = try #require(try ending.json as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == ["small.json", "wrong.json", "none.json"])
    #expect(files.map { $0["sound"] as? Bool } == [true, false, false])
    let diagnostics = files.map { $0["diagnostics"] as? [[String: Any]] }
    #expect(diagnostics.map { $0?.count } == [0, 1, 1])
    let mistake = try #require(diagnostics[1]?.first)
    #expect(mistake["severity"] as? String == "error")
    #expect(mistake["message"] as? String == "unknown axis 'upsilon_disc'")
    #expect(mistake["help"] as? String == "did you mean 'upsilon_disk'?")
    #expect(mistake["file"] as? String == "wrong.json")
    let places = ["line", "column", "end_line", "end_column"].map { mistake[$0] as? Int }
    #expect(places[0] == places[2])
    #expect(places.compactMap(\.self).count == 4)
    #expect(diagnostics[2]?.first?["line"] is NSNull)
  }

  @Test func tellsWhatDeterminesNumbers() throws {
    let facts = try #require(try program.run("--version", "--json").json as? [String: Any])
    #expect(facts["version"] as? String == facts["version"].map { "\($0)" })
    #expect(facts["engine"] is Int)
    let methods = try #require(facts["methods"] as? [String: [String]])
    #expect(methods["linear"] == ["v1_fixed_ML"])
    #expect(methods["thin_disk"]?.last == "v2_thin_disk")
    let build = try #require(facts["build"] as? String)
    #expect(build.count >= 16)
    #expect(try program.run("--version", "--json").output.contains(build))
  }

  @Test func isEmptyWithoutRuns() throws {
    let ending = try program.run("list", "--json", "--runs", "none")
    #expect((try ending.json as? [Any])?.isEmpty == true)
  }

  @Test func leavesTheLastLineOfAQuietRun() throws {
    let ending = try program.run("run", "small.json", "--quiet")
    #expect(ending.output == program.runs().map { "runs/\($0)\n" }.joined())
  }
}
