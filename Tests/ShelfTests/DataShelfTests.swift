import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("The data shelf", .limited)
struct DataShelfTests {
  private let samples: DataSamples
  private let report = InputReport()
  private let place = MarkedText(#"{ "dataset": ⟨"made"⟩ }"#).places[0]

  init() throws {
    samples = try DataSamples()
  }

  private func dataset(_ choice: DatasetChoice) throws -> Dataset? {
    try samples.shelf().dataset(
      choice, relativeTo: samples.directory.path, at: place, report)
  }

  private var made: String { "\(samples.folder)/made" }

  @Test func readsADatasetByItsName() throws {
    try samples.fill()
    let dataset = try #require(try dataset(.registered("made")))
    try report.check()
    #expect(dataset.name == "made" && dataset.citation == "nobody 2026")
    #expect(dataset.galaxies.map(\.name) == ["A"] && dataset.pointCount == 2)
    #expect(dataset.inputs.map(\.role) == ["catalogue", "points"])
    let points = FileVariant(of: Array(DataSamples.points.utf8))
    #expect(dataset.inputs[1].sha256 == points.sha256.description)
    #expect(dataset.inputs[1].bytes == points.bytes)
  }

  @Test func acceptsEveryVariant() throws {
    try samples.fill()
    try samples.directory.write(DataSamples.pointsCRLF, to: "data/made/points.csv")
    let dataset = try #require(try dataset(.registered("made")))
    #expect(dataset.pointCount == 2)
    #expect(dataset.inputs[1].bytes == DataSamples.pointsCRLF.utf8.count)
  }

  @Test func saysWhatIsMissing() throws {
    try samples.directory.write(DataSamples.points, to: "data/made/points.csv")
    #expect(try dataset(.registered("made")) == nil)
    #expect(report.messages == ["dataset 'made' lacks '\(made)/catalogue.csv'"])
    #expect(report.places == [place])
    #expect(report.advice == ["'upsilon data import PATH' takes files you have"])
  }

  @Test func saysWhichCommandFetches() throws {
    #expect(try dataset(.registered("sparc")) == nil)
    let sparc = "\(samples.folder)/sparc"
    #expect(
      report.messages == [
        "dataset 'sparc' lacks '\(sparc)/SPARC_Lelli2016c.mrt' and "
          + "'\(sparc)/MassModels_Lelli2016c.mrt'"
      ])
    #expect(
      report.advice == [
        "'upsilon data fetch sparc' downloads it, 'upsilon data import PATH' takes files you have"
      ])
  }

  @Test func refusesATruncatedCopy() throws {
    try samples.fill()
    try samples.directory.write("galaxy\n", to: "data/made/catalogue.csv")
    #expect(try dataset(.registered("made")) == nil)
    #expect(
      report.messages == [
        "'\(made)/catalogue.csv' is not the file that dataset 'made' has: it has 7 bytes, not "
          + "\(DataSamples.catalogue.utf8.count)"
      ])
    #expect(report.places == [place])
    #expect(
      report.advice.first?.hasPrefix("it may be cut short or changed: remove it, and ") == true)
    #expect(
      report.advice.first?.hasSuffix(#"given as {"path": "…", "format": "csv"}"#) == true)
  }

  @Test func refusesAChangedCopy() throws {
    try samples.fill()
    let changed = DataSamples.points.replacing("50", with: "51")
    try samples.directory.write(changed, to: "data/made/points.csv")
    #expect(try dataset(.registered("made")) == nil)
    let (found, expected) = (
      FileVariant(of: Array(changed.utf8)), FileVariant(of: Array(DataSamples.points.utf8))
    )
    #expect(
      report.messages == [
        "'\(made)/points.csv' is not the file that dataset 'made' has: its SHA-256 starts with "
          + "\(found.sha256.short), not \(expected.sha256.short)"
      ])
  }

  @Test func tellsAnotherMistakeOfTheSpecAsWell() throws {
    try samples.fill()
    report.error("something else", at: nil)
    #expect(try dataset(.registered("made")) != nil)
  }

  @Test func refusesAFolderInThePlaceOfAFile() throws {
    try samples.fill()
    try samples.directory.write("", to: "data/made/blocked/inside")
    let shelf = DataShelf(
      folder: samples.folder,
      registry: DataRegistry([
        DatasetEntry(
          name: "made", title: "", citation: "", licence: "",
          content: .files(
            [
              RegisteredFile(
                role: "points", name: "blocked", variants: [FileVariant(of: [1])], urls: [])
            ], format: "csv"))
      ]))
    #expect(try shelf.dataset(.registered("made"), relativeTo: ".", at: place, report) == nil)
    #expect(report.messages == ["cannot read '\(made)/blocked': it is a folder"])
    #expect(report.places == [place])
  }

  @Test(.enabled(if: geteuid() != 0, "root may look everywhere"))
  func failsOnAFolderThatIsClosed() throws {
    try samples.fill()
    chmod(made, 0)
    defer { chmod(made, 0o700) }
    #expect(throws: FileError("read", "\(made)/points.csv", "permission denied")) {
      try dataset(.registered("made"))
    }
    #expect(throws: FileError.self) { try samples.shelf().verify(["made"], report) }
    #expect(report.diagnostics.isEmpty)
  }

  @Test func advisesForAnUnknownDataset() throws {
    #expect(try dataset(.registered("mode")) == nil)
    #expect(report.messages == ["unknown dataset 'mode'"])
    #expect(report.places == [place])
    #expect(report.advice == ["did you mean 'made'?"])
  }

  @Test func makesTheGeneratedDataset() throws {
    let plain = try #require(try dataset(.registered("mock")))
    let chosen = try #require(try dataset(.mock(MockSettings())))
    #expect(plain.name == "mock" && plain.galaxies.count == 24)
    #expect(plain.inputs == chosen.inputs && plain.truth.count == 24)
    let small = try #require(try dataset(.mock(MockSettings(seed: 7, galaxies: 3, noise: 1))))
    #expect(small.galaxies.count == 3 && small.inputs != plain.inputs)
    for entry in DataRegistry.embedded.entries where entry.isBuiltIn {
      #expect(try dataset(.registered(entry.name)) != nil, "\(entry.name)")
    }
  }
}
