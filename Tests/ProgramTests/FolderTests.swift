import Foundation
import TestKit
import Testing

@Suite("Folders", .limited)
struct FolderTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "specs/small.json")
    try program.directory.write(Specs.other, to: "specs/deeper/other.json")
  }

  @Test(arguments: [
    "plan specs/small.json", "plan specs/small.json --json", "check specs",
    "check specs/small.json",
    "list", "models", "schema", "data list", "--help", "run --help", "--version",
  ])
  func areLeftAloneByAllButRun(line: String) throws {
    let before = program.listing
    let ending = try program.shell("upsilon \(line)")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(program.listing == before)
  }

  @Test func standForTheSpecsInThem() throws {
    try program.directory.write(#"{ "upsilon": 1, "dataset": "mock" }"#, to: "specs/base.json")
    try program.directory.write("# about", to: "specs/README.md")
    let ending = try program.run("run", "specs")
    #expect(ending.status == 0)
    #expect(program.runs().map { $0.prefix(5) } == ["other", "small"])
    let summary = ending.output.split(separator: "\n").suffix(4)
    #expect(summary[summary.startIndex].hasPrefix("run "))
    #expect(summary.dropFirst().prefix(2).allSatisfy { $0.hasSuffix("ok") })
    #expect(summary.last == "2 runs, 2 as expected, 0 not")
  }

  @Test func areCheckedAsAWhole() throws {
    let ending = try program.run("check", "specs")
    let lines = ending.output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != ":" } } == ["specs/deeper/other.json", "specs/small.json"])
    #expect(lines.allSatisfy { $0.contains(": ok, 2 cells × 4 galaxies × 2 models = 16 units") })
  }

  /// A link that leads back would bring the same specs again and again.
  @Test func areEnteredOnce() throws {
    let folder = "\(program.path)/specs"
    for (name, target) in [("a", "."), ("deeper/b", ".."), ("deeper/c", "."), ("d", "/")] {
      try #require(symlink(target, "\(folder)/\(name)") == 0)
    }
    try #require(symlink("specs", "\(program.path)/link") == 0)
    try #require(symlink("../bases/third.json", "\(folder)/third.json") == 0)
    try program.directory.write(
      Specs.other.replacing("other", with: "third"), to: "bases/third.json")
    for path in ["specs", "link", "link/"] {
      let ending = try program.run("check", path)
      #expect(ending.status == 0, "\(ending.messages)")
      #expect(ending.output.split(separator: "\n").count == 3, "\(ending.output)")
    }
    try program.run("run", "specs/small.json")
    try program.run("pin", "specs/small.json")
    try #require(symlink("nowhere", "\(folder)/gone.lock") == 0)
    for path in ["specs", "link"] {
      let ending = try program.run("list", "--specs", path)
      #expect(ending.status == 0 && ending.output.contains("pinned"), "\(ending.messages)")
    }
  }

  @Test func areRefusedWithoutSpecs() throws {
    try program.directory.write("", to: "empty/README.md")
    let ending = try program.run("run", "empty")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("the folder 'empty' holds no specs"))
  }

  @Test func comeFromOptionsBeforeVariables() throws {
    let environment = ["UPSILON_RUNS": "from-variable"]
    try program.run("run", "specs/small.json", environment: environment)
    try program.run("run", "specs/small.json", "--runs", "from-option", environment: environment)
    #expect(program.runs(in: "from-variable").count == 1)
    #expect(program.runs(in: "from-option").count == 1)
    #expect(program.runs().isEmpty)
  }

  @Test func mayBeOtherFoldersForASpecAndWhatItExtends() throws {
    let points = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n"
    let rows = (1...8).map { "A,\($0),\(50 + $0),2,10,30\n" }.joined()
    try program.directory.write(points + rows, to: "bases/data/points.csv")
    try program.directory.write(
      """
      { "upsilon": 1, "dataset": { "path": "data/points.csv", "format": "csv" },
        "model": { "fit": ["linear"] }, "grid": { "upsilon_disk": [0.3, 0.5] } }
      """, to: "bases/own.json")
    try program.directory.write(
      #"{ "extends": "../bases/own.json", "name": "mine", "grid": { "upsilon_disk": [0.4] } }"#,
      to: "specs/mine.json")
    let ending = try program.run("run", "specs/mine.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("1 cell × 1 galaxy × 1 model = 1 unit\n"))
    #expect(program.runs().count == 1)
  }

  @Test func keepARunThatIsThere() throws {
    try program.run("run", "specs/small.json")
    let before = try program.lastingFiles(in: "runs")
    let listing = program.listing
    let ending = try program.run("run", "specs/small.json")
    #expect(ending.status == 0)
    #expect(ending.output.contains("there already, nothing to compute"))
    #expect(try program.lastingFiles(in: "runs") == before)
    #expect(program.listing == listing)
  }
}
