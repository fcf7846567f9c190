import Foundation
import TestKit
import Testing

@Suite(
  "A bundle of runs", .limited,
  .enabled(if: DataFiles.canZip, "zip and unzip are not installed"))
struct BundleTests {
  private let program: Program
  private let run: String

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json", "--jobs", "1")
    run = try #require(program.runs().first)
  }

  private func data(_ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(program.path)/\(file)"))
  }

  /// Bundles without pictures of other programs, and unpacks.
  @discardableResult
  private func bundle(_ words: String..., in name: String = "b") throws -> Program.Ending {
    let ending = try program.start(
      ["bundle"] + words + ["-o", "\(name).zip"], environment: ["PATH": "\(program.path)/none"]
    ).ending()
    #expect(ending.status == 0, "\(ending.messages)")
    let unpacked = try program.shell("unzip -q \(name).zip -d \(name)")
    #expect(unpacked.status == 0, "\(unpacked.messages)")
    return ending
  }

  private func reproduce(_ name: String = "b", with variables: String = "") throws -> Program.Ending
  {
    try program.shell("\(variables) sh \(name)/reproduce.sh")
  }

  @Test func isTheSameWhateverTheFolderAndTheMoment() throws {
    try bundle("small")
    let other = try Program(copying: program)
    try FileManager.default.removeItem(atPath: "\(other.path)/b.zip")
    let ending = try other.start(
      ["bundle", run, "-o", "b.zip"],
      environment: ["PATH": "\(other.path)/none", "TZ": "Asia/Tokyo"]
    ).ending()
    #expect(ending.status == 0, "\(ending.messages)")
    let bytes = try data("b.zip")
    #expect(try Data(contentsOf: URL(filePath: "\(other.path)/b.zip")) == bytes)
    for word in [program.path, NSUserName() + "/", ProcessInfo.processInfo.hostName] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
    #expect(!program.listing.contains { $0.hasSuffix(".part") })
  }

  @Test func hasTheRunByteForByteAndIsChecked() throws {
    try bundle("small")
    let whole = try program.files(in: "b")
    for (file, bytes) in try program.files(in: "runs/\(run)") {
      #expect(whole["runs/\(run)/\(file)"] == bytes, "\(file)")
    }
    #expect(whole["exports/\(run)/fits.mrt"] != nil && whole["exports/\(run)/fits.tex"] != nil)
    let checked = try program.shell("cd b && sha256sum --strict --quiet -c SHA256SUMS")
    #expect(checked.status == 0, "\(checked.messages)")
    let sums = try program.directory.read("b/SHA256SUMS")
    #expect(sums.split(separator: "\n").count == whole.count - 1)
    #expect(try program.run("verify", "b/runs/\(run)").status == 0)
    let listed = try program.shell("unzip -Z1 b.zip").output.split(separator: "\n")
    #expect(listed.map(String.init) == listed.map(String.init).sorted())
  }

  @Test func comesOutAgain() throws {
    try bundle("small")
    let ending = try reproduce()
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("\(run): the same manifest.json and the same tables ("))
    let named = try program.shell(
      "cd / && UPSILON='\(Program.executable.path)' PATH=/usr/bin:/bin sh '\(program.path)/b/reproduce.sh'"
    )
    #expect(named.status == 0, "\(named.messages)")
  }

  @Test func tellsWhatDoesNotComeOutAgain() throws {
    try bundle("small")
    let table = "b/runs/\(run)/tables/fits.ecsv"
    try program.directory.write(try program.directory.read(table) + "x\n", to: table)
    let ending = try reproduce()
    #expect(ending.status == 1)
    #expect(ending.messages.contains("\(run): differs: tables/fits.ecsv"), "\(ending.messages)")
    #expect(ending.messages.contains("the bundle is not what it was"))
    let without = try program.shell("PATH=/usr/bin:/bin UPSILON=/none/upsilon sh b/reproduce.sh")
    #expect(without.status == 2)
    #expect(without.messages.contains("put 'upsilon' beside this script"), "\(without.messages)")
  }

  @Test func isCitedByItsAuthors() throws {
    let without = try bundle("small")
    #expect(without.messages.contains("CITATION.cff and .zenodo.json, as the spec names no"))
    #expect(
      !program.listing.contains("b/CITATION.cff") && !program.listing.contains("b/.zenodo.json"))
    try program.directory.write(
      Specs.small.replacing(
        "\"dataset\"",
        with: """
          "authors": [ { "name": "Vera C. Rubin", "orcid": "0000-0002-1825-0097",
            "affiliation": "Carnegie" }, { "name": "de Vries, A" } ],
          "dataset"
          """), to: "cited.json")
    #expect(try program.identity(of: "cited.json") == program.identity(of: "small.json"))
    try program.run("run", "cited.json", "--runs", "cited")
    try bundle("cited/\(run)", in: "c")
    let citation = try program.directory.read("c/CITATION.cff")
    #expect(citation.contains("  - family-names: \"Rubin\"\n    given-names: \"Vera C.\"\n"))
    #expect(citation.contains("    orcid: \"https://orcid.org/0000-0002-1825-0097\"\n"))
    let text = try data("c/.zenodo.json")
    let record = try JSONSerialization.jsonObject(with: text) as? [String: Any]
    let creators = try #require(record?["creators"] as? [[String: String]])
    #expect(creators.map { $0["name"] } == ["Rubin, Vera C.", "de Vries, A"])
    #expect(try reproduce("c").status == 0)
  }

  @Test func tellsHowManyRunsOfTheNameCameBefore() throws {
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.4]")
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.6]")
    let latest = try bundle("small")
    #expect(latest.output.contains("2 runs of this name came before"), "\(latest.output)")
    let first = try bundle(run, in: "first")
    #expect(first.output.contains("\(run): no run of this name came before"), "\(first.output)")
  }

  @Test func holdsSeveralRunsInFoldersOfTheirOwn() throws {
    try program.directory.write(Specs.other, to: "other.json")
    try program.run("run", "other.json")
    try bundle("small", "other")
    let runs = program.runs(in: "b/runs")
    #expect(runs.count == 2 && runs.contains(run))
    let ending = try reproduce()
    #expect(ending.status == 0, "\(ending.messages)")
    for run in runs { #expect(ending.output.contains("\(run): the same manifest.json")) }
  }

  @Test(arguments: [
    ("small", "there is nothing to write to"),
    ("small -o there.zip", "'there.zip' is there already"),
    ("small -o b.tar", "'b.tar' is no name of an archive"),
    ("small -o none/b.zip", "there is no folder 'none' for 'none/b.zip'"),
    ("smal -o x.zip", "did you mean 'small'?"),
    ("small small -o x.zip", "which is named already"),
    ("small -o x.zip --style bookends", "takes one of deluxetable, booktabs, aa"),
  ])
  func isRefusedWithAdvice(line: String, message: String) throws {
    try program.directory.write("mine", to: "there.zip")
    let before = program.listing
    let ending = try program.shell("upsilon bundle \(line)")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.contains(message), "\(ending.messages)")
    #expect(program.listing == before)
    #expect(try program.directory.read("there.zip") == "mine")
  }

  @Test func tellsEveryMistakeAtOnce() throws {
    let table = "runs/\(run)/tables/fits.ecsv"
    try program.directory.write(try program.directory.read(table) + "x\n", to: table)
    let ending = try program.run("bundle", "small", "nothing", "-o", "b.tar")
    #expect(ending.status == 2)
    #expect(ending.messages.ranges(of: "error: ").count == 3)
    #expect(
      ending.messages.contains("run '\(run)' is damaged: 'tables/fits.ecsv' has changed"),
      "\(ending.messages)")
  }

  @Test func takesNoNoticeOfStrangersInTheFolderOfARun() throws {
    try program.directory.write("mine", to: "runs/\(run)/notes.txt")
    try bundle("small")
    #expect(!program.listing.contains("b/runs/\(run)/notes.txt"))
  }

  @Test func failsWithTheMachine() throws {
    try program.directory.write(
      Specs.small.replacing(
        "\"expect\"", with: "\"outputs\": {\"figures\": [\"histogram\"]}, \"expect\""),
      to: "drawn.json")
    let drawn = try program.run("run", "drawn.json", "--runs", "drawn")
    #expect(drawn.status == 0, "\(drawn.messages)")
    try program.directory.write(
      "#!/bin/sh\n[ \"$1\" = --version ] || { echo no room >&2; exit 1; }\n", to: "rsvg.sh")
    _ = try program.directory.copyProgram(
      URL(filePath: "\(program.path)/rsvg.sh"), to: "rsvg-convert")
    let ending = try program.start(
      ["bundle", "drawn/\(run)", "-o", "b.zip"],
      environment: ["PATH": "\(program.path):/usr/bin:/bin"]
    ).ending()
    #expect(ending.status == 3, "\(ending.messages)")
    #expect(ending.messages.contains("cannot make 'b.zip': rsvg-convert: no room"))
    #expect(!program.listing.contains { $0.contains("b.zip") })
  }
}
