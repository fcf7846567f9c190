import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("What is no regular file among data", .limited)
struct StrangeFileTests {
  private let samples: DataSamples
  private let report = InputReport()
  private let place = MarkedText(#"{ "dataset": ⟨{ "path": "mine" }⟩ }"#).places[0]

  init() throws {
    samples = try DataSamples()
  }

  /// Puts something strange at a path.
  private func put(_ kind: String, at name: String) throws {
    let path = samples.path(name)
    try FileManager.default.createDirectory(
      atPath: Files.parent(of: path), withIntermediateDirectories: true)
    switch kind {
    case "pipe": try #require(mkfifo(path, 0o600) == 0)
    case "link to a pipe":
      try #require(mkfifo("\(path).pipe", 0o600) == 0 && symlink("\(path).pipe", path) == 0)
    case "link to a device": try #require(symlink("/dev/zero", path) == 0)
    default:
      try samples.directory.write("", to: name)
      try #require(truncate(path, 1 << 40) == 0)
    }
  }

  static let kinds = ["pipe", "link to a pipe", "link to a device", "a terabyte"]

  private func own(_ path: String) throws -> Dataset? {
    try samples.shelf().dataset(
      .files(OwnData(path: path, format: "csv")), relativeTo: samples.directory.path, at: place,
      report)
  }

  @Test(arguments: kinds, ["mine", "mine/points.csv", "mine.zip"])
  func isAMistakeOfTheSpec(_ kind: String, _ path: String) throws {
    let isFolder = path == "mine"
    try put(kind, at: isFolder ? "mine/points.csv" : path)
    if isFolder { try put("pipe", at: "mine/catalogue.csv") }
    #expect(try own(path) == nil)
    #expect(report.messages.count == (isFolder ? 2 : 1))
    #expect(report.messages.allSatisfy { $0.hasPrefix("cannot read '\(samples.path(path))") })
    #expect(report.places.allSatisfy { $0 == place })
  }

  @Test(arguments: kinds)
  func isNoFileOfADataset(_ kind: String) throws {
    try samples.fill()
    try FileManager.default.removeItem(atPath: samples.path("data/made/points.csv"))
    try put(kind, at: "data/made/points.csv")
    let shelf = try samples.shelf()
    #expect(
      try shelf.dataset(.registered("made"), relativeTo: ".", at: place, report) == nil)
    #expect(report.places == [place])
    #expect(report.advice == ["'upsilon data import PATH' takes files you have"])
    let checks = try shelf.verify(["made"], report)
    #expect(checks.map(\.isRight) == [false, true])
    #expect(checks[0].summary.hasPrefix("different: it "))
    let entry = try #require(shelf.registry["made"])
    #expect(shelf.state(of: entry) == .damaged)
    try samples.directory.write(DataSamples.points, to: "p")
    let imported = try shelf.importFiles([samples.path("p")], InputReport())
    #expect(imported.map(\.outcome) == [.replaced])
    #expect(shelf.state(of: entry) == .here)
    #expect(Files.kind(of: samples.path("data/made/points.csv")) == .file)
  }

  @Test(arguments: kinds)
  func isNoRegistry(_ kind: String) throws {
    let directory = try DataSamples()
    try FileManager.default.removeItem(atPath: directory.path("data/registry.json"))
    let path = directory.path("data/registry.json")
    switch kind {
    case "a terabyte":
      try directory.directory.write("", to: "data/registry.json")
      try #require(truncate(path, 1 << 40) == 0)
    default: try #require(symlink("/dev/zero", path) == 0)
    }
    #expect(try DataRegistry.read(in: directory.folder, report) == .embedded)
    #expect(report.messages.first?.hasPrefix("cannot read '\(path)': it ") == true)
  }

  @Test(arguments: kinds)
  func isNotImported(_ kind: String) throws {
    try put(kind, at: "strange")
    #expect(try samples.shelf().importFiles([samples.path("strange")], report).isEmpty)
    #expect(report.messages.first?.hasPrefix("cannot read '\(samples.path("strange"))'") == true)
  }

  @Test func isPassedOverInAFolder() throws {
    try put("pipe", at: "mine/a")
    try put("link to a device", at: "mine/b")
    try put("pipe", at: "mine/points.csv")
    try #require(symlink(".", samples.path("mine/c")) == 0)
    try #require(symlink("nowhere", samples.path("mine/d")) == 0)
    try samples.directory.write(DataSamples.points, to: "mine/e")
    let imported = try samples.shelf().importFiles([samples.path("mine")], report)
    #expect(imported.map(\.origin) == [samples.path("mine/e")])
    let shown = ["a", "b", "c"].map { "'\(samples.path("mine/\($0)"))'" }.joined(separator: ", ")
    #expect(report.messages == ["passed over \(shown) and 2 more: no regular files"])
  }

  @Test func mayGoWhileItIsLookedFor() throws {
    try FileManager.default.createDirectory(
      atPath: samples.path("mine"), withIntermediateDirectories: true)
    try #require(symlink("gone", samples.path("mine/points.csv")) == 0)
    #expect(try own("mine") == nil)
    #expect(
      report.messages == [
        "cannot read '\(samples.path("mine/points.csv"))': no such file or directory"
      ])
    #expect(report.places == [place])
  }
}
