import Datasets
import Foundation
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("Own files", .limited)
struct DataOwnFilesTests {
  private let samples: DataSamples
  private let report = InputReport()
  private let place = MarkedText(#"{ "dataset": ⟨{ "path": "mine" }⟩ }"#).places[0]

  init() throws {
    samples = try DataSamples()
  }

  private func dataset(_ path: String, _ format: String) throws -> Dataset? {
    try samples.shelf().dataset(
      .files(OwnData(path: path, format: format)), relativeTo: samples.directory.path, at: place,
      report)
  }

  @Test func mayBeAFolder() throws {
    try samples.directory.write(DataSamples.rotmod, to: "mine.v2/B_rotmod.dat")
    try samples.directory.write(DataSamples.rotmod, to: "mine.v2/A_rotmod.dat")
    try samples.directory.write("notes", to: "mine.v2/README.txt")
    try samples.directory.write("hidden", to: "mine.v2/._A_rotmod.dat")
    let dataset = try #require(try dataset("mine.v2", "rotmod"))
    try report.check()
    #expect(dataset.name == "mine.v2" && dataset.citation.isEmpty)
    #expect(dataset.galaxies.map(\.name) == ["A", "B"])
    #expect(dataset.inputs.map(\.role) == ["curves/A_rotmod.dat", "curves/B_rotmod.dat"])
  }

  /// The same files give the same galaxies in the same order, whatever folders they lie in.
  @Test func haveTheOrderOfTheirNames() throws {
    for (one, other) in [("a", "b"), ("b", "a")] {
      try samples.directory.write(DataSamples.points, to: "mine-\(one)/\(one)/1.csv")
      try samples.directory.write(
        DataSamples.points.replacing("\nA,", with: "\nB,"), to: "mine-\(one)/\(other)/2.csv")
    }
    let names = try ["mine-a", "mine-b"].map { path in
      try samples.shelf().dataset(
        .files(
          OwnData(path: path, format: "table", settings: TableSettings(files: "*/*.csv"))),
        relativeTo: samples.directory.path, at: place, report)?.galaxies.map(\.name)
    }
    try report.check()
    #expect(names[0]?.count == 2 && names[0] == names[1])
  }

  @Test func areKeptForARun() throws {
    try samples.directory.write(DataSamples.points, to: "mine/points.csv")
    let own = try #require(try dataset("mine", "csv")).originals
    #expect(own.map(\.name) == ["points.csv"])
    #expect(own[0].content == Array(DataSamples.points.utf8))
    #expect(own[0].sha256 == Fingerprint(of: Array(DataSamples.points.utf8)).description)
  }

  @Test(arguments: [
    ("points.csv", "csv"), ("G_rotmod.dat", "rotmod"), ("mine.txt", "table"),
    ("SPARC_Lelli2016c.mrt", "table"),
  ])
  func haveAFormatByTheirNames(name: String, format: String) throws {
    let file = try samples.directory.write("", to: "guess/\(name)").path
    #expect(try FormatGuess.format(of: file) == format)
    #expect(try FormatGuess.format(of: Files.parent(of: file)) == format)
  }

  @Test func mayBeASingleFileOfAnyName() throws {
    try samples.directory.write(DataSamples.points, to: "galaxies.csv")
    let dataset = try #require(try dataset("galaxies.csv", "csv"))
    #expect(dataset.name == "galaxies" && dataset.pointCount == 2)
    #expect(dataset.inputs.map(\.role) == ["points"])
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func mayBeAnArchive() throws {
    try samples.pack(
      [
        ("in/B_rotmod.dat", DataSamples.rotmod), ("in/A [1]*_rotmod.dat", DataSamples.rotmod),
        ("-C_rotmod.dat", DataSamples.rotmod), ("__MACOSX/A_rotmod.dat", "x"), ("notes.txt", "x"),
      ].map { ($0.0 == "-C_rotmod.dat" ? "./-C_rotmod.dat" : $0.0, $0.1) }, to: "mine.zip")
    let dataset = try #require(try dataset("mine.zip", "rotmod"))
    try report.check()
    #expect(dataset.name == "mine")
    #expect(dataset.galaxies.map(\.name) == ["-C", "A [1]*", "B"])
    #expect(
      dataset.inputs.map(\.role) == [
        "curves/-C_rotmod.dat", "curves/A [1]*_rotmod.dat", "curves/B_rotmod.dat",
      ])
    let one = FileVariant(of: Array(DataSamples.rotmod.utf8))
    #expect(dataset.inputs.allSatisfy { $0.sha256 == one.sha256.description })
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func standOnceInAnArchive() throws {
    try samples.pack(
      [("a/X_rotmod.dat", DataSamples.rotmod), ("b/X_rotmod.dat", "x")], to: "mine.zip")
    #expect(try dataset("mine.zip", "rotmod") == nil)
    #expect(report.messages == ["more than one 'X_rotmod.dat' in 'mine.zip'"])
  }

  @Test(
    .enabled(if: DataSamples.canZip, "zip and unzip are not installed"),
    arguments: [20, 120])
  func areRefusedInABrokenArchive(_ kept: Int) throws {
    try samples.pack([("X_rotmod.dat", DataSamples.rotmod)], to: "whole.zip")
    let bytes = try Files.read(samples.path("whole.zip"))
    try Files.replace(samples.path("mine.zip"), with: Array(bytes[..<kept]))
    #expect(try dataset("mine.zip", "rotmod") == nil)
    let message = try #require(report.messages.first)
    #expect(message.hasPrefix("cannot unpack '\(samples.path("mine.zip"))': "))
    #expect(report.places == [place])
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func areRefusedInADamagedArchive() throws {
    try samples.pack([("X_rotmod.dat", DataSamples.rotmod)], to: "mine.zip")
    var bytes = try Files.read(samples.path("mine.zip"))
    for index in 60..<70 { bytes[index] ^= 0xff }
    try Files.replace(samples.path("mine.zip"), with: bytes)
    #expect(try dataset("mine.zip", "rotmod") == nil)
    #expect(report.messages.first?.hasPrefix("cannot unpack ") == true)
  }

  @Test func areRefusedWhereNothingFits() throws {
    try samples.directory.write("x", to: "mine/a.txt")
    #expect(try dataset("mine", "rotmod") == nil)
    #expect(report.messages == ["no '*_rotmod.dat' in 'mine', which format 'rotmod' needs"])
    #expect(report.places == [place])
    #expect(
      report.advice == [
        "the format has '*_rotmod.dat' (the curve of one galaxy) and 'catalogue.csv' (what is "
          + "known of the galaxies, optional); there is 'a.txt'"
      ])
  }

  @Test func areRefusedWhereOneFileIsNotEnough() throws {
    try samples.directory.write("x", to: "mine.mrt")
    #expect(try dataset("mine.mrt", "sparc") == nil)
    #expect(report.messages == ["format 'sparc' needs more than the file 'mine.mrt'"])
    #expect(
      report.advice == [
        "name the folder that holds 'SPARC_Lelli2016c.mrt' and 'MassModels_Lelli2016c.mrt'"
      ])
  }

  @Test(arguments: ["nowhere", ""])
  func areLookedForWhereTheSpecIs(_ path: String) throws {
    #expect(try dataset(path, "csv") == nil)
    #expect(report.messages == ["no file or folder '\(path)'"])
    #expect(report.places == [place])
    #expect(report.advice == ["looked for '\(samples.path(path))'"])
  }

  @Test func tellTheirMistakesWithPlaces() throws {
    try samples.directory.write(
      DataSamples.points.replacing("50", with: "fifty"), to: "mine/points.csv")
    #expect(try dataset("mine", "csv") == nil)
    let place = try #require(report.places.first)
    #expect(place.source.name == samples.path("mine/points.csv"))
    #expect(place.location.line == 2)
  }
}
