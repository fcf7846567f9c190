import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite(
  "Names of archives and of what is in them", .limited,
  .enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
struct ZipNameTests {
  private let samples: DataSamples
  private let report = InputReport()

  init() throws {
    samples = try DataSamples()
  }

  private static let wrong = DataSamples.points.replacing("A,", with: "WRONG,")

  private func put(_ archive: MadeArchive, _ name: String) throws {
    try Data(archive.bytes).write(to: samples.directory.url.appending(path: name))
  }

  private func galaxies(_ name: String) throws -> [String] {
    let dataset = try samples.shelf().dataset(
      .files(OwnData(path: name, format: "csv")), relativeTo: samples.directory.path, at: nil,
      report)
    try report.check()
    return dataset?.galaxies.map(\.name) ?? []
  }

  /// Whatever the name means as a pattern, an option or to a shell, it is the name of one archive.
  @Test(arguments: [
    "[x].zip", "[!x].zip", "[].zip", "]x[.zip", "*.zip", "?.zip", "a\\b.zip", "\\x.zip",
    "[\\x].zip", "a\\*b.zip", "-x.zip", "-", "-l.zip", "a b.zip", "q'\".zip", "a\nb.zip",
    "é[1].zip", "é.zip", "~.zip", "$HOME.zip", "%s.zip", "bare", "xx\\",
  ])
  func areNoPatternsOfArchives(_ name: String) throws {
    for decoy in ["x.zip", "ab.zip", "y.zip", "bare.zip", "éé.zip", "1.zip"] {
      try put(MadeArchive(.init("points.csv", Self.wrong)), decoy)
    }
    try put(MadeArchive(.init("points.csv", DataSamples.points)), name)
    #expect(try galaxies(name) == ["A"])
  }

  @Test(arguments: [
    "-d", "a b", "[x]", "[!y]", "*", "?", "a\\", "é", "日本", "a\nb", "a\tb", "..", "@", "\u{1b}[31m",
    "'\"", "POINTS", String(repeating: "d", count: 900), String(repeating: "d", count: 9000),
  ])
  func areNoPatternsOfMembers(_ folder: String) throws {
    try put(
      MadeArchive(
        .init("x/points.txt", Self.wrong), .init("\(folder)/points.csv", DataSamples.points),
        .init("y/notes.txt", "x")), "mine.zip")
    #expect(try galaxies("mine.zip") == ["A"])
  }

  /// Letters that are not ASCII are other ones to unzip than to the archive, which may have been
  /// packed by a system with a code page.
  @Test(arguments: [0, 3])
  func mayBeOfACodePage(_ system: Int) throws {
    var archive = MadeArchive(
      .init([0x82] + Array("/points.csv".utf8), DataSamples.points),
      .init([0x83] + Array("/points.txt".utf8), Self.wrong),
      .init("x/points.txt", Self.wrong))
    archive.system = system
    try put(archive, "mine.zip")
    #expect(try galaxies("mine.zip") == ["A"])
  }

  @Test func mayBeManyMoreThanACommandLineHolds() throws {
    let others = (0..<20_000).map { number in
      // Every other one has the size of the file that is looked for.
      MadeArchive.Member(
        "folder/\(number).txt",
        number % 2 == 0 ? DataSamples.points.replacing("50", with: "51") : "x")
    }
    try put(
      MadeArchive(others + [.init("folder/last", DataSamples.points)]), "mine.zip")
    let start = ContinuousClock.now
    let imported = try samples.shelf().importFiles([samples.path("mine.zip")], report)
    #expect(imported.map(\.origin) == [samples.path("mine.zip/folder/last")])
    #expect(ContinuousClock.now - start < .seconds(60), "it took time by the square of them")
  }
}
