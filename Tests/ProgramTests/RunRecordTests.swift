import Foundation
import TestKit
import Testing

/// What is not the whole record of a run is not believed.
@Suite("Record of a run on the command line", .limited)
struct RunRecordTests {
  private let program: Program
  private let run: String

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
    run = try #require(program.runs().first)
  }

  static let files = [
    "SHA256SUMS", "journal.json", "manifest.json", "spec.json", "tables/fits.ecsv",
  ]

  @Test(arguments: files)
  func isNamedWhereAFileIsMissing(file: String) throws {
    try FileManager.default.removeItem(atPath: "\(program.path)/runs/\(run)/\(file)")
    let before = try program.files(in: "runs")
    for line in ["run small.json", "run small.json --quiet", "merge small.json", "pin small.json"] {
      let ending = try program.shell("upsilon \(line)")
      #expect(ending.status == 1, "\(line)")
      #expect(
        ending.messages.contains("run 'runs/\(run)' lacks a file of its record: '\(file)'\n"))
      #expect(ending.messages.contains("move the folder away"))
    }
    #expect(try program.files(in: "runs") == before)
    #expect(!program.listing.contains("small.json.lock"))
    try program.directory.write("", to: "elsewhere/mark")
    _ = try program.shell("mv runs/\(run) elsewhere/")
    #expect(try program.run("run", "small.json").status == 0, "the advice works")
  }

  @Test func isNamedWithAllThatIsMissing() throws {
    _ = try program.shell("cd runs/\(run) && rm -r journal.json tables")
    let ending = try program.run("run", "small.json")
    #expect(ending.status == 1)
    for name in ["journal.json", "tables/cut_flow.ecsv", "tables/fits.ecsv"] {
      #expect(ending.messages.contains("'\(name)'"))
    }
  }

  /// Any damage that leaves a manifest JSON: no lock says what it says, and no diff either.
  @Test func isNotPinnedNorComparedIfTheManifestIsDamaged() throws {
    #expect(try program.run("pin", "small.json").status == 0)
    let lock = try program.directory.read("small.json.lock")
    let path = "runs/\(run)/manifest.json"
    let text = try program.directory.read(path)
    let digest = try #require(text.firstRange(of: "\"columns\""))
    let hash = try #require(text[digest.upperBound...].firstRange(of: "\"sha256\": \""))
    var changed = text
    let digit = changed[hash.upperBound] == "0" ? "1" : "0"
    changed.replaceSubrange(hash.upperBound...hash.upperBound, with: digit)
    try program.directory.write(changed, to: path)
    let message =
      "is damaged: 'manifest.json' is not the file that 'SHA256SUMS' has the hash of"
    for (line, status) in [
      ("pin small.json", 1), ("run small.json --locked", 1), ("diff small.json.lock small", 2),
      ("diff \(path) small.json.lock", 2), ("diff small.json small.json.lock", 2),
    ] {
      let ending = try program.shell("upsilon \(line)")
      #expect(Int(ending.status) == status, "\(line)")
      #expect(ending.messages.contains(message), "\(line): \(ending.messages)")
      #expect(ending.messages.contains("upsilon verify runs/\(run)"))
    }
    #expect(try program.directory.read("small.json.lock") == lock)
    try FileManager.default.removeItem(atPath: "\(program.path)/small.json.lock")
    #expect(try program.run("pin", "small.json").status == 1)
    #expect(!program.listing.contains("small.json.lock"))
  }

  @Test func isAManifestAloneWhereItStandsAlone() throws {
    _ = try program.shell("cp runs/\(run)/manifest.json alone.json")
    #expect(try program.run("diff", "alone.json", "small").status == 0)
  }

  @Test func isHeldToTheUnitsOfItsLock() throws {
    #expect(try program.run("pin", "small.json").status == 0)
    let lock = try program.directory.read("small.json.lock")
    let column = try #require(lock.firstMatch(of: /(?m)^ +r_t +real +kpc/))
    let changed = lock.replacing(column.output, with: column.output.replacing("kpc", with: "pc"))
    try program.directory.write(changed, to: "small.json.lock")
    for line in ["run small.json --locked", "diff small.json.lock small"] {
      let ending = try program.shell("upsilon \(line)")
      #expect(ending.status == 1, "\(line)")
      #expect(ending.output.contains("unit of r_t: pc → kpc"), "\(ending.output)")
    }
  }

  /// A range by count is the axis that decimal steps and a list are.
  @Test func isOneForAnAxisHoweverItIsWritten() throws {
    let axes = [
      #"{"from": 0.2, "through": 1.5, "step": 0.1}"#,
      #"{"from": 0.2, "through": 1.5, "count": 14}"#,
      "[0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1,1.1,1.2,1.3,1.4,1.5]",
    ]
    let identities = try axes.map {
      try program.identity(of: "small.json", "--set", "grid.upsilon_disk=\($0)")
    }
    #expect(Set(identities).count == 1, "\(identities)")
    let ending = try program.run(
      "run", "small.json", "--set", "grid.upsilon_disk=\(axes[1])", "--set", "name=counted",
      "--set",
      #"expect=[{"table":"fits","where":"upsilon_disk == 0.3","statistic":"count","equals":8}]"#)
    #expect(ending.status == 0, "\(ending.output)")
  }

  @Test(
    "a question that leans on another one gets a word of warning",
    arguments: [("And does it?", true), ("Does the taper fit, and why?", false), ("Andes?", false)])
  func tellsOfQuestionsThatDoNotStandAlone(question: String, isTold: Bool) throws {
    let ending = try program.run("check", "small.json", "--set", "question=\"\(question)\"")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.messages.contains("the question does not stand alone") == isTold)
  }

  private static let summary = #""name":"s","summarize":"fits","columns":["chi2"]"#
  private static let relation = #""name":"c","correlate":"fits","x":["chi2"],"y":"omega""#

  @Test(arguments: [
    (#"outputs.tables=["fits","fits"]"#, "table 'fits' stands twice"),
    (#"cuts={"galaxies":["quality<3","quality < 3"]}"#, "rule 'quality < 3' stands twice"),
    (#"cuts={"points":["radius > 1","radius>1"]}"#, "rule 'radius > 1' stands twice"),
    (#"model.fit=["linear","linear"]"#, "model 'linear' stands twice"),
    (
      #"analyses=[{\#(summary),"statistics":["mean"],"by":["model","model"]}]"#,
      "column 'model' stands twice"
    ),
    (
      #"analyses=[{\#(summary),"statistics":["mean","mean"]}]"#, "statistic 'mean' stands twice"
    ),
    (
      #"analyses=[{\#(relation),"controls":["rmse","rmse"]}]"#, "control 'rmse' stands twice"
    ),
  ])
  func isOfASpecWithoutEntriesTwice(setting: String, message: String) throws {
    let ending = try program.run("check", "small.json", "--set", setting)
    #expect(ending.status == 2)
    #expect(ending.messages.contains("error: \(message)\n"), "\(ending.messages)")
    #expect(ending.messages.contains("help: remove one"))
  }
}
