import Foundation
import Plans
import Records
import Runs
import Shelf
import Support
import TestKit
import Testing

/// A run whose folder and spec do not agree on its name.
@Suite("Renamed runs", .limited)
struct RenamedRunTests {
  private let tiny: TinyRun
  private let run: StoredRun

  init() throws {
    tiny = try TinyRun()
    run = try tiny.run(TinyRun.plan()).run
  }

  private func faults(_ name: String) throws -> [String] {
    let path = "\(tiny.root)/\(name)"
    try FileManager.default.moveItem(atPath: run.path, toPath: path)
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let folder = try tiny.store.folder(meant: path)
    return try RunVerification(folder, data: shelf, relativeTo: ".").allFaults
      .map { "\($0.file) \($0.message)" }
  }

  @Test func areNamedByTheirSpec() throws {
    let hash = run.manifest.identity.short
    #expect(
      try faults("mine-\(hash)") == [
        "mine-\(hash) is the folder of run 'tiny-\(hash)', under another name"
      ])
    #expect(try tiny.store.run(meant: "mine").experiment == "mine")
  }

  @Test func keepTheNameOfTheirSpecWhereTheFolderHasNone() throws {
    #expect(try faults("kept").count == 1)
    #expect(try tiny.store.run(meant: "tiny").name == "kept")
  }

  @Test func areSoundUnderTheirOwnName() throws {
    #expect(try faults(run.name + ".x").count == 1)
    try FileManager.default.moveItem(atPath: "\(run.path).x", toPath: run.path)
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let folder = try tiny.store.folder(meant: run.path)
    #expect(try RunVerification(folder, data: shelf, relativeTo: ".").isSound)
  }
}
