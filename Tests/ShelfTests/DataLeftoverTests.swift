import Foundation
import Records
import Runs
import Shelf
import Support
import TestKit
import Testing

@Suite("What killed downloads and imports leave", .limited)
struct DataLeftoverTests {
  private let samples: DataSamples
  private let report = InputReport()
  private static let token = "0123456789abcdef"

  init() throws {
    samples = try DataSamples()
    try samples.fill()
    try samples.directory.write(DataSamples.points, to: "p")
  }

  private func sweep() throws -> [String] {
    let imported = try samples.shelf().importFiles([samples.path("p")], report)
    #expect(imported.map(\.outcome) == [.alreadyThere])
    return try samples.files().filter { $0.hasPrefix("made/.") }
  }

  @Test func isRemovedByTheNext() throws {
    try samples.directory.write("half", to: "data/made/.points.csv.\(Self.token).part")
    #expect(try sweep() == [])
  }

  @Test func staysWhileSomebodyWritesIt() throws {
    let name = "made/.points.csv.\(Self.token).part"
    try samples.directory.write("half", to: "data/\(name)")
    let descriptor = open(samples.path("data/\(name)"), O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
    #expect(try sweep() == [name])
    close(descriptor)
    #expect(try sweep() == [])
  }

  @Test func staysForAnHourIfEarlierProgramsLeftIt() throws {
    let name = "made/.points.csv.part-123"
    try samples.directory.write("half", to: "data/\(name)")
    #expect(try sweep() == [name])
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now - 3700], ofItemAtPath: samples.path("data/\(name)"))
    #expect(try sweep() == [])
  }

  @Test func isNotWhatIsCalledOtherwise() throws {
    let names = [
      ".hidden", ".points.csv.0123.part", ".points.csv.part-", ".points.csv.part-x", ".part-12",
    ]
    for name in names { try samples.directory.write("mine", to: "data/made/\(name)") }
    let link = ".x.\(Self.token).part"
    try #require(symlink("points.csv", samples.path("data/made/\(link)")) == 0)
    #expect(try sweep() == (names + [link]).map { "made/\($0)" }.sorted())
  }
}
