import Foundation
import TestKit
import Testing

/// Which data files leave the house in a bundle, and how a run comes out again without them.
@Suite(
  "Data in bundles", .limited,
  .enabled(if: DataFiles.canZip, "zip and unzip are not installed"))
struct BundledDataTests {
  private let program: Program

  private static let points = """
    galaxy,radius,v_obs,e_v_obs,v_gas,v_disk
    Secret,1,51.25,3,10,20
    Secret,2,71.25,3,12,30
    Secret,3,83.75,3,14,35

    """

  private static let spec = """
    {
      "upsilon": 1, "name": "NAME", "dataset": DATASET,
      "model": { "fit": ["linear"] }, "grid": { "upsilon_disk": [0.5] }
    }
    """

  init() throws {
    program = try Program()
    try program.directory.write(Self.points, to: "data/kept/points.csv")
    let hash = try program.shell("sha256sum data/kept/points.csv").output.prefix(64)
    let entries = [("open", "CC-BY-4.0"), ("kept", "all rights reserved")].map { name, licence in
      """
      { "name": "\(name)", "title": "t", "citation": "Rubin 1980, ApJ 238, 471",
        "licence": "\(licence)", "format": "csv", "files": [ { "role": "points",
          "name": "points.csv", "variants": [ { "bytes": \(Self.points.utf8.count), "sha256": "\(hash)" } ],
          "urls": ["https://example.org/points.csv"] } ] }
      """
    }
    try program.directory.write(Self.points, to: "data/open/points.csv")
    try program.directory.write(Self.points, to: "mine/secret points.csv")
    try program.directory.write(
      #"{ "registry": 1, "datasets": [\#(entries.joined(separator: ","))] }"#,
      to: "data/registry.json")
    for (name, dataset) in [
      ("open", "\"open\""), ("kept", "\"kept\""),
      ("own", #"{ "path": "mine/secret points.csv", "format": "csv" }"#),
    ] {
      try program.directory.write(
        Self.spec.replacing("NAME", with: name).replacing("DATASET", with: dataset),
        to: "\(name).json")
      let ending = try program.run("run", "\(name).json")
      #expect(ending.status == 0, "\(ending.messages)")
    }
  }

  private func bundle(_ words: String...) throws -> Program.Ending {
    let ending = try program.start(["bundle"] + words + ["-o", "b.zip"], environment: [:]).ending()
    #expect(ending.status == 0, "\(ending.messages)")
    _ = try program.shell("unzip -q b.zip -d b")
    return ending
  }

  private func reproduce(_ variables: String = "") throws -> Program.Ending {
    let away = try Program()
    _ = try program.shell("cp -r b mine data '\(away.path)'")
    return try away.shell("\(variables) sh b/reproduce.sh")
  }

  private func speeds() throws -> [String] {
    try program.files(in: "b").filter { $0.value.range(of: Data("71.25".utf8)) != nil }.keys
      .sorted()
  }

  @Test func travelWhereTheLicenceAllowsIt() throws {
    let ending = try bundle("open")
    #expect(!ending.messages.contains("the data of run"), "\(ending.messages)")
    #expect(try program.directory.read("b/data/open/points.csv") == Self.points)
    #expect(!(try program.directory.read("b/data/registry.json").contains("\"kept\"")))
    let again = try reproduce()
    #expect(again.status == 0, "\(again.messages)")
  }

  @Test func stayWhereItDoesNot() throws {
    let ending = try bundle("kept")
    #expect(
      ending.messages.contains("as the licence of 'kept', 'all rights reserved', is not one"),
      "\(ending.messages)")
    #expect(try speeds() == [])
    let without = try reproduce()
    #expect(without.status == 2)
    #expect(
      without.messages.contains("'upsilon data fetch kept' downloads it from https://example.org"),
      "\(without.messages)")
    let with = try reproduce("UPSILON_DATA=data")
    #expect(with.status == 0, "\(with.messages)")
  }

  @Test func stayHomeWhereTheyAreTheUsersOwn() throws {
    let ending = try bundle("own")
    #expect(ending.messages.contains("which are the authors' own"), "\(ending.messages)")
    #expect(try speeds() == [])
    #expect(!program.listing.contains { $0.hasPrefix("b/") && $0.contains("inputs") })
    let without = try reproduce()
    #expect(without.status == 2)
    #expect(without.messages.contains("the authors' own: ask them for it"), "\(without.messages)")
    let with = try reproduce("UPSILON_DATA=mine")
    #expect(with.status == 0, "\(with.messages)")
    #expect(try reproduce("UPSILON_DATA=\"$PWD\"").status == 0)
  }

  @Test func goAlongWhereTheUserSaysSo() throws {
    _ = try bundle("own", "--with-data")
    #expect(program.listing.contains { $0.hasPrefix("b/runs/own-") && $0.contains("/inputs/") })
    let again = try reproduce()
    #expect(again.status == 0, "\(again.messages)")
    #expect(again.output.contains("the same manifest.json"))
  }

  @Test func areFoundWhereTheSpecSaysThatTheyAre() throws {
    let run = try #require(program.runs().first { $0.hasPrefix("own-") })
    _ = try program.shell("rm -r runs/\(run)/inputs")
    let lacking = try program.run("bundle", "own", "--with-data", "--from", "data", "-o", "b.zip")
    #expect(lacking.status == 2)
    #expect(lacking.messages.contains("of run '\(run)' is not at hand"), "\(lacking.messages)")
    _ = try bundle("own", "--with-data")
    #expect(try reproduce().status == 0)
  }

  @Test func areNamedWhereThoseAtHandAreOthers() throws {
    try program.directory.write(Self.points + "Secret,4,90,3,15,36\n", to: "data/open/points.csv")
    let ending = try bundle("open")
    #expect(ending.messages.contains("are not the ones that run 'open-"), "\(ending.messages)")
    #expect(!program.listing.contains("b/data/open/points.csv"))
  }

  @Test func tellWhereTheyAreOnThisMachine() throws {
    try program.directory.write(
      Self.spec.replacing("NAME", with: "far").replacing(
        "DATASET", with: #"{ "path": "\#(program.path)/mine", "format": "csv" }"#), to: "far.json")
    _ = try program.shell("mv 'mine/secret points.csv' mine/points.csv")
    let ran = try program.run("run", "far.json")
    #expect(ran.status == 0, "\(ran.messages)")
    let far = try program.run("bundle", "far", "-o", "far.zip")
    #expect(far.messages.contains("warning: spec.json of run 'far-"), "\(far.messages)")
    #expect(!(try bundle("own").messages.contains("warning")))
    let report = try program.files(in: "b").first { $0.key.hasSuffix("report.html") }
    let page = String(decoding: try #require(report).value, as: UTF8.self)
    #expect(page.contains("the run keeps no curves, and its data are left out"))
  }
}
