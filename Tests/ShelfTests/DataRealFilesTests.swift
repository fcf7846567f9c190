import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

/// The published files, where `UPSILON_DATA` names a folder that has them.
private enum PublishedFiles {
  static let advice: Comment = "set UPSILON_DATA to a folder that holds sparc/ with its three files"

  static let folder = ProcessInfo.processInfo.environment["UPSILON_DATA"] ?? ""

  static var exist: Bool {
    ["SPARC_Lelli2016c.mrt", "MassModels_Lelli2016c.mrt", "Rotmod_LTG.zip"]
      .allSatisfy { Files.exists("\(folder)/sparc/\($0)") } && !folder.isEmpty
  }
}

@Suite(
  "The shelf of published data", .limited, .enabled(if: PublishedFiles.exist, PublishedFiles.advice)
)
struct DataRealFilesTests {
  private let report = InputReport()

  private func dataset(_ choice: DatasetChoice) throws -> Dataset {
    let shelf = try DataShelf(folder: PublishedFiles.folder, report)
    let dataset = try shelf.dataset(choice, relativeTo: PublishedFiles.folder, at: nil, report)
    try report.check()
    return try #require(dataset)
  }

  @Test func hasEveryGalaxyAndPoint() throws {
    let sparc = try dataset(.registered("sparc"))
    #expect(sparc.name == "sparc" && sparc.galaxies.count == 175 && sparc.pointCount == 3391)
    #expect(sparc.inputs.map(\.role) == ["catalogue", "curves"])
    #expect(sparc.inputs[0].bytes == 28_259)
    #expect(
      sparc.inputs[0].sha256 == "5aa0501f6b0d881fa579030e315e7b5b6ef561a5bd3a07472f9929c7e5728243")
    #expect(sparc.citation.contains("10.3847/0004-6256/152/6/157"))
    #expect(sparc.notes.allSatisfy { !$0.contains("/") })
  }

  @Test func isRight() throws {
    let shelf = try DataShelf(folder: PublishedFiles.folder, report)
    let checks = try shelf.verify(["sparc"], report)
    #expect(checks.count == 2 && checks.allSatisfy { $0.isRight })
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func hasTheSameCurvesInTheArchive() throws {
    let archive = try dataset(.files(OwnData(path: "sparc/Rotmod_LTG.zip", format: "rotmod")))
    #expect(archive.name == "Rotmod_LTG" && archive.inputs.count == 175)
    #expect(archive.inputs[0].role == "curves/CamB_rotmod.dat")
    let sparc = try dataset(.registered("sparc")).galaxies
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    #expect(archive.galaxies.map(\.name) == sparc.map(\.name))
    for (one, other) in zip(archive.galaxies, sparc) {
      for column in PointColumn.all {
        let (left, right) = (one.curve[keyPath: column.field], other.curve[keyPath: column.field])
        #expect(left.map(\.bitPattern) == right.map(\.bitPattern), "\(one.name)")
      }
    }
  }

  @Test func isImportedFromItsFolder() throws {
    let directory = try TemporaryDirectory()
    let shelf = DataShelf(folder: "\(directory.path)/new/data", registry: .embedded)
    let imported = try shelf.importFiles(["\(PublishedFiles.folder)/sparc"], report)
    try report.check()
    #expect(imported.map(\.outcome) == [.copied, .copied])
    #expect(try shelf.verify(["sparc"], report).allSatisfy { $0.isRight })
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func saysWhatTheArchiveIsFor() throws {
    let directory = try TemporaryDirectory()
    let shelf = DataShelf(folder: directory.path, registry: .embedded)
    let archive = "\(PublishedFiles.folder)/sparc/Rotmod_LTG.zip"
    #expect(try shelf.importFiles([archive], report).isEmpty)
    #expect(report.messages == ["nothing in '\(archive)' is a file of a dataset"])
    #expect(report.advice == [#"a spec takes it as it is: {"path": "…", "format": "rotmod"}"#])
  }
}
