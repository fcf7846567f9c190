import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("Hostile archives", .limited)
struct HostileArchiveTests {
  private typealias Member = MadeArchive.Member

  private static let points = Member("points.csv", DataSamples.points)

  /// What is wrong with an archive, and the end of the sentence that says so.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let reason: String

    fileprivate init(_ name: String, _ archive: MadeArchive, _ reason: String) {
      self.init(name, archive.bytes, reason)
    }

    fileprivate init(_ name: String, _ bytes: [UInt8], _ reason: String) {
      testDescription = name
      self.bytes = bytes
      self.reason = reason
    }
  }

  private static func archive(
    _ member: Member, _ change: (inout MadeArchive) -> Void
  ) -> MadeArchive {
    var archive = MadeArchive(member)
    change(&archive)
    return archive
  }

  private static let noDirectory = "it has no directory; it is cut short, or no zip archive"
  private static let damaged = "its directory is damaged"

  /// Those that no unzip has to look at.
  static let refused: [Case] = [
    Case("nothing", [], noDirectory),
    Case("no archive", Array(DataSamples.points.utf8), noDirectory),
    Case("its start", Array(MadeArchive(points).bytes.prefix(100)), noDirectory),
    Case("its end", Array(MadeArchive(points).bytes.suffix(60)), damaged),
    Case("its last record", Array(MadeArchive(points).bytes.suffix(22)), damaged),
    Case("more members than it has", archive(points) { $0.count = 9 }, damaged),
    Case("a directory larger than it", archive(points) { $0.directorySize = 1 << 31 }, damaged),
    Case(
      "2^62 bytes of directory",
      archive(points) {
        $0.isLarge = true
        $0.directorySize = 1 << 62
      }, damaged),
    Case(
      "2^63 members",
      archive(points) {
        $0.isLarge = true
        $0.count = 1 << 63
      }, damaged),
    Case(
      "a billion members",
      archive(points) {
        $0.isLarge = true
        $0.count = 1_000_000_000
      }, "it has 1,000,000,000 files, and at most 100,000 are read"),
    Case("a member without a name", MadeArchive(.init("", "x")), damaged),
    Case("a name with a zero", MadeArchive(.init("points.csv\0x", "x")), damaged),
    Case("2^64 - 1 bytes", MadeArchive(points.with(\.size, .max)), damaged),
    Case(
      "twice 2^63 - 1 bytes",
      MadeArchive(
        points.with(\.size, 1 << 63 - 1), Member("catalogue.csv", "x").with(\.size, 1 << 63 - 1)),
      "it would have 9,223,372,036,854,775,807 bytes unpacked, and at most 268,435,456 are read"),
    Case(
      "256 MB and a byte", MadeArchive(points.with(\.size, 1 << 28 + 1)),
      "it would have 268,435,457 bytes unpacked, and at most 268,435,456 are read"),
    Case(
      "200 MB in nothing", MadeArchive(points.with(\.size, 200_000_000)),
      "it would have 200,000,000 bytes unpacked, more than 100 times its own "
        + "\(MadeArchive(points).bytes.count.grouped)"),
    Case(
      "a password", MadeArchive(points.with(\.flags, 1)), "'points.csv' is protected by a password"),
    Case(
      "AES", MadeArchive(points.with(\.method, 99)), "'points.csv' is protected by a password"),
    Case(
      "lzma", MadeArchive(points.with(\.method, 14)),
      "'points.csv' is compressed by lzma, which unzip does not know"),
    Case(
      "zstd", MadeArchive(points.with(\.method, 93)),
      "'points.csv' is compressed by zstd, which unzip does not know"),
    Case(
      "xz", MadeArchive(points.with(\.method, 95)),
      "'points.csv' is compressed by xz, which unzip does not know"),
    Case(
      "something new", MadeArchive(points.with(\.method, 1234)),
      "'points.csv' is compressed by method 1234, which unzip does not know"),
  ]

  @Test(arguments: refused)
  func areRefusedInOneSentence(_ archive: Case) throws {
    let (dataset, report) = try read(archive.bytes)
    #expect(dataset == nil)
    try #require(report.messages.count == 1)
    #expect(report.messages[0].hasSuffix("mine.zip': \(archive.reason)"), "\(report.messages)")
    #expect(report.advice[0].contains("unpack it yourself"))
  }

  /// Those that unzip unpacks, or tries to.
  static let damagedInside: [Case] = [
    Case("a wrong checksum", MadeArchive(points.with(\.checksum, 1)), ""),
    Case("more bytes than it says", MadeArchive(points.with(\.size, 10)), ""),
    Case("fewer bytes than it says", MadeArchive(points.with(\.size, 1000)), ""),
    Case("what is not deflated", MadeArchive(points.with(\.method, 8)), ""),
    Case("what is not bzip2", MadeArchive(points.with(\.method, 12)), ""),
  ]

  @Test(
    .enabled(if: DataSamples.canZip, "zip and unzip are not installed"), arguments: damagedInside)
  func areRefusedOnceUnpacked(_ archive: Case) throws {
    let (dataset, report) = try read(archive.bytes)
    #expect(dataset == nil)
    #expect(report.messages.count == 1)
    #expect(report.messages.first?.hasPrefix("cannot unpack ") == true)
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func mayHoldWhatIsNotWanted() throws {
    let archive = MadeArchive(
      .init("secret.txt", "x").with(\.flags, 1), .init("new.txt", "x").with(\.method, 14),
      .init("large.fits", "x").with(\.size, 1 << 40), .init("twice", "1"), .init("twice", "2"),
      .init("folder/", ""), Self.points)
    #expect(try read(archive.bytes).dataset?.galaxies.map(\.name) == ["A"])
  }

  @Test(
    .enabled(if: DataSamples.canZip, "zip and unzip are not installed"),
    arguments: [false, true])
  func mayStandBehindAProgramAndBeforeAComment(_ isLarge: Bool) throws {
    let archive = Self.archive(Self.points) {
      $0.comment = [UInt8](repeating: 0x50, count: 65_535)
      $0.prefix = isLarge ? [] : Array(String(repeating: "#!/bin/sh\n", count: 50).utf8)
      $0.isLarge = isLarge
    }
    #expect(try read(archive.bytes).dataset?.galaxies.map(\.name) == ["A"])
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func neitherTrapNorPassForOthers() throws {
    let whole = MadeArchive(
      Self.points, .init("catalogue.csv", DataSamples.catalogue), .init("notes", "x"))
    let right = try #require(try read(whole.bytes).dataset)
    var generator = SeededGenerator(seed: 11)
    for round in 0..<60 {
      var bytes = whole.bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      if round % 3 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator)) }
      let (dataset, report) = try read(bytes)
      #expect((dataset == nil) == report.hasErrors, "round \(round)")
      // A damage outside of the files does no harm, one that hides the optional catalogue is seen
      // in the inputs.
      for input in dataset?.inputs ?? [] {
        #expect(right.inputs.contains(input), "round \(round)")
      }
    }
  }

  private func read(_ bytes: [UInt8]) throws -> (dataset: Dataset?, report: InputReport) {
    let (samples, report) = (try DataSamples(), InputReport())
    try Data(bytes).write(to: samples.directory.url.appending(path: "mine.zip"))
    let dataset = try samples.shelf().dataset(
      .files(OwnData(path: "mine.zip", format: "csv")), relativeTo: samples.directory.path, at: nil,
      report)
    return (dataset, report)
  }
}
