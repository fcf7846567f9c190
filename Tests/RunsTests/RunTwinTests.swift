import Foundation
import Plans
import Records
import Runs
import Shelf
import Support
import TestKit
import Testing

/// Runs of one identity under several names.
@Suite("Twins", .limited)
struct RunTwinTests {
  private let tiny: TinyRun
  private let run: StoredRun
  private let other: Plan

  init() throws {
    tiny = try TinyRun()
    run = try tiny.run(TinyRun.plan()).run
    other = try TinyRun.plan(replacing: "\"tiny\"", with: "\"other\"")
  }

  private func files(of run: StoredRun) throws -> [String: Data] {
    let folder = "\(run.name)/"
    return try Dictionary(
      uniqueKeysWithValues: tiny.contents().filter { $0.key.hasPrefix(folder) }.map {
        (String($0.key.dropFirst(folder.count)), $0.value)
      })
  }

  private func faults(of run: StoredRun) throws -> [String] {
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let folder = try tiny.store.folder(meant: run.path)
    return try RunVerification(folder, data: shelf, relativeTo: ".").allFaults
      .map { "\($0.file) \($0.message)" }
  }

  @Test func takeOverManifestAndTablesAndComputeNothing() throws {
    let outcome = try tiny.run(other)
    #expect(outcome.origin == .twin(run.name))
    #expect(outcome.computed == 0)
    #expect(outcome.isSatisfied && outcome.expectations.count == 2)
    #expect(outcome.run.name == other.runName && outcome.run.name.hasPrefix("other-"))
    let (mine, theirs) = (try files(of: outcome.run), try files(of: run))
    #expect(mine.keys.sorted() == theirs.keys.sorted())
    let own = ["SHA256SUMS", "journal.json", "spec.json"]
    #expect(mine.keys.filter { mine[$0] != theirs[$0] }.sorted() == own)
    #expect(try outcome.run.spec()?["name"] == "other")
    #expect(outcome.run.journal?.takenOver == run.name)
    #expect(outcome.run.journal?.unitsComputed == 0)
    #expect(try faults(of: outcome.run) == [])
    #expect(!Files.exists("\(tiny.root)/.partial"))
  }

  @Test func areThereAlreadyTheSecondTime() throws {
    try tiny.run(other)
    #expect(try tiny.run(other).origin == .there)
    #expect(try tiny.store.run(meant: "other").name == other.runName)
    #expect(try tiny.store.run(meant: "tiny").name == run.name)
  }

  @Test func haveNothingMissing() throws {
    #expect(try Runner.missing(of: other, in: tiny.store) == nil)
  }

  @Test func areTakenOverByAPartAsWell() throws {
    let shard = try #require(Shard(2, of: 3))
    let ending = try tiny.runner().run(other, shard: shard, observe: { _ in })
    #expect(TinyRun.outcome(of: ending)?.origin == .twin(run.name))
  }

  @Test(arguments: [
    ("tables/fits.ecsv", "0.3", "0.4"), ("manifest.json", "mean", "mode"),
    ("SHA256SUMS", "  manifest.json", "  manifest.old"),
  ])
  func areComputedWhereTheOtherRunIsNotWhatItWas(
    file: String, old: String, new: String
  ) throws {
    let path = "\(run.path)/\(file)"
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: path))
    let outcome = try tiny.run(other)
    #expect(outcome.origin == .computed)
    #expect(outcome.computed == other.unitCount)
    #expect(try faults(of: outcome.run) == [])
  }

  @Test func shareTheUnitsOfOneIdentity() throws {
    let fresh = try TinyRun()
    let stop = try fresh.interrupt(TinyRun.plan())
    let outcome = try fresh.run(other)
    #expect(outcome.computed == other.unitCount - stop.kept)
    #expect(!Files.exists("\(fresh.root)/.partial"))
  }

  @Test func areKnownByTheirFolders() throws {
    let twin = try tiny.run(other).run
    #expect(twin.experiment == "other" && run.experiment == "tiny")
    let folders = try tiny.store.runs()
    #expect(Set(folders.map(\.experiment)) == ["tiny", "other"])
    #expect(twin.manifest == run.manifest)
  }
}
