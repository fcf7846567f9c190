import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("A compressed file", .limited)
struct CompressedFileTests {
  private let samples: DataSamples
  private let report = InputReport()

  init() throws {
    samples = try DataSamples()
  }

  private func dataset(_ path: String, _ format: String) throws -> Dataset? {
    try samples.shelf().dataset(
      .files(OwnData(path: path, format: format)), relativeTo: samples.directory.path, at: nil,
      report)
  }

  private func compress(_ text: String, to name: String) throws {
    let plain = String(name.dropLast(3))
    try samples.directory.write(text, to: plain)
    _ = try ChildProgram.run(["gzip", samples.path(plain)])
  }

  @Test func isReadAsWhatIsInIt() throws {
    try samples.directory.write(DataSamples.points, to: "plain.csv")
    try compress(DataSamples.points, to: "galaxies.csv.gz")
    let plain = try #require(try dataset("plain.csv", "csv"))
    let packed = try #require(try dataset("galaxies.csv.gz", "csv"))
    try report.check()
    #expect(packed.name == "galaxies" && packed.pointCount == plain.pointCount)
    #expect(packed.inputs == plain.inputs)
  }

  @Test func playsItsPartInAFolder() throws {
    try compress(DataSamples.rotmod, to: "mine/A_rotmod.dat.gz")
    try samples.directory.write(DataSamples.rotmod, to: "mine/B_rotmod.dat")
    try compress("galaxy,distance,inclination\nA,4.5,60\nB,4.5,50\n", to: "mine/catalogue.csv.gz")
    let dataset = try #require(try dataset("mine", "rotmod"))
    try report.check()
    #expect(dataset.galaxies.map(\.name) == ["A", "B"])
    #expect(dataset.galaxies.map(\.inclination) == [60, 50])
    #expect(
      dataset.inputs.map(\.role) == ["catalogue", "curves/A_rotmod.dat", "curves/B_rotmod.dat"])
  }

  @Test func standsOnceBesideItsContent() throws {
    try compress(DataSamples.rotmod, to: "mine/A_rotmod.dat.gz")
    try samples.directory.write(DataSamples.rotmod, to: "mine/A_rotmod.dat")
    #expect(try dataset("mine", "rotmod") == nil)
    #expect(report.messages == ["more than one 'A_rotmod.dat' in 'mine'"])
  }

  @Test(arguments: [5, 20, 60])
  func isRefusedWhereItIsCutShort(kept: Int) throws {
    try compress(DataSamples.points, to: "galaxies.csv.gz")
    let path = samples.path("galaxies.csv.gz")
    try Files.replace(path, with: Array(try Files.read(path)[..<kept]))
    #expect(try dataset("galaxies.csv.gz", "csv") == nil)
    #expect(report.messages.count == 1)
    #expect(report.messages.first?.hasPrefix("cannot unpack '\(path)': gzip says '") == true)
  }

  @Test func isNamedWhereItHoldsAnArchive() throws {
    try samples.directory.write(DataSamples.points, to: "in/points.csv")
    _ = try ChildProgram.run([
      "tar", "-czf", samples.path("t.tar.gz"), "-C", samples.path("in"), ".",
    ])
    #expect(try dataset("t.tar.gz", "csv") == nil)
    #expect(report.messages == ["this is a tar archive"])
  }

  /// 300 MB of blanks are 300 kB when they are packed.
  @Test func isRefusedWhereItHoldsTooMuch() throws {
    let path = samples.path("bomb.csv.gz")
    _ = try ChildProgram.run(["sh", "-c", "head -c 300000000 /dev/zero | gzip -1 > '\(path)'"])
    #expect(try dataset("bomb.csv.gz", "csv") == nil)
    #expect(report.messages == ["'\(path)' holds more than 268,435,456 bytes"])
  }
}
