import Records
import Runs
import Shelf
import Support
import TestKit
import Testing

@Suite("Importing data", .limited)
struct DataImportTests {
  private let samples: DataSamples
  private let report = InputReport()

  init() throws {
    samples = try DataSamples()
  }

  private func importing(_ names: String...) throws -> [ImportedFile] {
    try samples.shelf().importFiles(names.map(samples.path), report)
  }

  private var made: String { "\(samples.folder)/made" }

  @Test func knowsFilesByTheirContent() throws {
    try samples.directory.write(DataSamples.pointsCRLF, to: "download (1).bin")
    let imported = try importing("download (1).bin")
    try report.check()
    #expect(imported.map(\.outcome) == [.copied])
    #expect(imported.map(\.path) == ["\(made)/points.csv"])
    #expect(imported.map(\.origin) == [samples.path("download (1).bin")])
    #expect(try samples.directory.read("data/made/points.csv") == DataSamples.pointsCRLF)
    #expect(try samples.directory.read("download (1).bin") == DataSamples.pointsCRLF)
    #expect(try samples.files() == ["made", "made/points.csv"])
  }

  @Test func searchesAFolderAndThoseInIt() throws {
    try samples.directory.write(DataSamples.points, to: "mine/deep/er/p")
    try samples.directory.write(DataSamples.catalogue, to: "mine/c")
    try samples.directory.write("something else", to: "mine/README")
    let imported = try importing("mine")
    #expect(Set(imported.map(\.file.name)) == ["points.csv", "catalogue.csv"])
    #expect(report.diagnostics.isEmpty)
    #expect(try samples.files() == ["made", "made/catalogue.csv", "made/points.csv"])
    #expect(try samples.shelf().verify(["made"], report).allSatisfy { $0.isRight })
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func looksIntoAnArchive() throws {
    try samples.pack(
      [("in/p", DataSamples.points), ("in/c", DataSamples.catalogue), ("in/README", "x")],
      to: "mine.zip")
    let imported = try importing("mine.zip")
    try report.check()
    #expect(Set(imported.map(\.file.name)) == ["points.csv", "catalogue.csv"])
    #expect(
      Set(imported.map(\.origin)) == Set(["in/p", "in/c"].map { samples.path("mine.zip/\($0)") }))
    #expect(try samples.shelf().verify(["made"], report).allSatisfy { $0.isRight })
  }

  @Test func leavesAloneWhatIsThere() throws {
    try samples.fill()
    try samples.directory.write(DataSamples.points, to: "p")
    #expect(try importing("p").map(\.outcome) == [.alreadyThere])
  }

  @Test func replacesAWrongFile() throws {
    try samples.fill()
    try samples.directory.write("wrong", to: "data/made/points.csv")
    try samples.directory.write(DataSamples.points, to: "p")
    #expect(try importing("p").map(\.outcome) == [.replaced])
    #expect(try samples.directory.read("data/made/points.csv") == DataSamples.points)
  }

  @Test func takesOneOfTwoCopies() throws {
    try samples.directory.write(DataSamples.points, to: "mine/a")
    try samples.directory.write(DataSamples.pointsCRLF, to: "mine/b")
    #expect(try importing("mine").map(\.origin) == [samples.path("mine/a")])
  }

  @Test func namesTheNearest() throws {
    try samples.directory.write("galaxy\n", to: "Points.csv")
    #expect(try importing("Points.csv").isEmpty)
    let sizes = [DataSamples.points, DataSamples.pointsCRLF].map { "\($0.utf8.count)" }
    #expect(
      report.messages == [
        "'\(samples.path("Points.csv"))' is not the file that dataset 'made' has: it has 7 bytes, "
          + "not \(sizes.joined(separator: " or "))"
      ])
    #expect(try samples.files() == [])
  }

  @Test func refusesWhatMatchesNothing() throws {
    try samples.directory.write("x", to: "stray.txt")
    try samples.directory.write("x", to: "folder/stray.txt")
    #expect(try importing("stray.txt", "folder", "nowhere").isEmpty)
    #expect(
      report.messages == [
        "'\(samples.path("stray.txt"))' is not a file of a dataset",
        "nothing in '\(samples.path("folder"))' is a file of a dataset",
        "no file or folder '\(samples.path("nowhere"))'",
      ])
    #expect(
      report.advice[0]
        == "the files are known by their content: 'SPARC_Lelli2016c.mrt', "
        + "'MassModels_Lelli2016c.mrt', 'points.csv', 'catalogue.csv'")
    #expect(try samples.files() == [])
  }

  @Test func writesNothingIfOnePathIsWrong() throws {
    try samples.directory.write(DataSamples.points, to: "p")
    #expect(try importing("p", "nowhere").isEmpty)
    #expect(try samples.files() == [])
  }

  @Test func saysWhereOtherFilesBelong() throws {
    try samples.directory.write(DataSamples.rotmod, to: "mine/A_rotmod.dat")
    #expect(try importing("mine").isEmpty)
    #expect(report.advice == [#"a spec takes it as it is: {"path": "…", "format": "rotmod"}"#])
  }

  @Test func warnsOfAWrongFileBesideARightOne() throws {
    try samples.directory.write(DataSamples.points, to: "mine/points.csv")
    try samples.directory.write("galaxy\n", to: "mine/catalogue.csv")
    #expect(try importing("mine").map(\.file.name) == ["points.csv"])
    #expect(report.diagnostics.map(\.severity) == [.warning])
  }

  @Test func leavesNothingBehindWhereItCannotWrite() throws {
    try samples.directory.write(DataSamples.points, to: "p")
    try samples.directory.write("in the way", to: "data/made")
    #expect(throws: FileError.self) { try importing("p") }
    #expect(try samples.files() == ["made"])
  }
}
