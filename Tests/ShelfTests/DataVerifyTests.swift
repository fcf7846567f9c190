import Records
import Runs
import Shelf
import Support
import TestKit
import Testing

@Suite("Verifying data", .limited)
struct DataVerifyTests {
  private let samples: DataSamples
  private let report = InputReport()

  init() throws {
    samples = try DataSamples()
  }

  @Test func tellsTheStateOfEachFile() throws {
    try samples.directory.write(DataSamples.pointsCRLF, to: "data/made/points.csv")
    let checks = try samples.shelf().verify(["made"], report)
    #expect(checks.map(\.file.name) == ["points.csv", "catalogue.csv"])
    #expect(
      checks.map(\.state) == [
        .present(FileVariant(of: Array(DataSamples.pointsCRLF.utf8))), .missing,
      ])
    let size = DataSamples.pointsCRLF.utf8.count
    #expect(checks.map(\.summary) == ["right, \(size) bytes, variant 2 of 2", "missing"])
    #expect(checks.map(\.isRight) == [true, false])
  }

  @Test func tellsWhatIsDifferent() throws {
    try samples.fill()
    try samples.directory.write("galaxy\n", to: "data/made/catalogue.csv")
    let checks = try samples.shelf().verify(["made"], report)
    #expect(checks.map(\.isRight) == [true, false])
    #expect(checks[1].state == .different(FileVariant(of: Array("galaxy\n".utf8))))
    #expect(
      checks[1].summary
        == "different: it has 7 bytes, not \(DataSamples.catalogue.utf8.count)")
  }

  @Test func looksAtAllDatasets() throws {
    let checks = try samples.shelf().verify([], report)
    #expect(checks.map(\.dataset) == ["sparc", "sparc", "m33", "m33", "made", "made"])
    #expect(checks.filter { $0.dataset != "m33" }.allSatisfy { $0.state == .missing })
    #expect(try samples.shelf().verify(["mock"], report).isEmpty)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func refusesAnUnknownName() throws {
    #expect(try samples.shelf().verify(["mode"], report).isEmpty)
    #expect(report.messages == ["unknown dataset 'mode'"])
  }

  @Test func tellsWhatIsNoFile() throws {
    try samples.directory.write("", to: "data/made/points.csv/inside")
    let checks = try samples.shelf().verify(["made"], report)
    #expect(checks[0].state == .unreadable("it is a folder"))
    #expect(checks[0].summary == "different: it is a folder" && !checks[0].isRight)
  }

  @Test func tellsWithoutReadingWhatIsHere() throws {
    func state() throws -> DatasetState {
      let shelf = try samples.shelf()
      return shelf.state(of: try #require(shelf.registry["made"]))
    }
    #expect(try state() == .notHere)
    try samples.fill()
    #expect(try state() == .here)
    try samples.directory.write(DataSamples.pointsCRLF, to: "data/made/points.csv")
    #expect(try state() == .here)
    try samples.directory.write("short", to: "data/made/points.csv")
    #expect(try state() == .damaged)
    let shelf = try samples.shelf()
    #expect(shelf.state(of: try #require(shelf.registry["mock"])) == .builtIn)
    #expect(shelf.state(of: try #require(shelf.registry["m33"])) == .builtIn)
  }
}
