import Foundation
import Records
import Runs
import Shelf
import Support
import Tables
import TestKit
import Testing

@Suite("Verification of a run", .limited)
struct RunVerificationTests {
  private let tiny: TinyRun
  private let run: StoredRun

  init() throws {
    tiny = try TinyRun()
    run = try tiny.run(TinyRun.plan()).run
  }

  private func verify() throws -> RunVerification {
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let folder = try tiny.store.folder(meant: run.path)
    return try RunVerification(folder, data: shelf, relativeTo: ".")
  }

  private func faults() throws -> [String] {
    try verify().allFaults.map { "\($0.file) \($0.message)" }
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    try Files.read("\(run.path)/\(file)")
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(run.path)/\(file)"))
  }

  /// The hash of a file as the list should have it.
  private func line(_ file: String) throws -> String {
    "\(Fingerprint(of: try bytes(file)).description)  \(file)\n"
  }

  @Test func findsNothingWrongWithASoundRun() throws {
    let found = try verify()
    #expect(found.isSound)
    #expect(found.omissions == [])
    #expect(found.identity == run.manifest.identity)
    #expect(found.fileCount == 10)
    #expect(found.tableCount == 6)
    #expect(found.columnCount == run.manifest.tables.map(\.schema.columns.count).reduce(0, +))
    #expect(found.inputs.map(\.state) == [.same])
  }

  @Test func listsWhatTheSystemsOwnProgramReads() throws {
    let text = try tiny.directory.read("runs/\(run.name)/SHA256SUMS")
    let names = try tiny.contents().keys.map { String($0.dropFirst(run.name.count + 1)) }
    let expected = try names.filter { $0 != "SHA256SUMS" }.sorted().map(line).joined()
    #expect(text == expected)
  }

  static let files = [
    "SHA256SUMS", "journal.json", "manifest.json", "spec.json", "tables/cut_flow.ecsv",
    "tables/dropped.ecsv", "tables/fits.ecsv", "tables/fitted.ecsv", "tables/galaxies.ecsv",
    "tables/truth.ecsv",
  ]

  /// Flips one bit at places all over a file: each time that file, and no other, has a fault.
  @Test(arguments: files)
  func findsAFlippedByteAndNamesItsFile(file: String) throws {
    var generator = SeededGenerator(seed: 7)
    let whole = try bytes(file)
    // Every byte where there is time for it.
    let places = ProcessInfo.processInfo.environment["UPSILON_FUZZ"] == nil ? 6 : whole.count
    let offsets = Array(stride(from: 0, to: whole.count, by: max(1, whole.count / places)))
    for offset in offsets + [whole.count - 1] {
      var changed = whole
      changed[offset] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      try write(changed, to: file)
      let named = Set(try verify().allFaults.map(\.file))
      #expect(named == [file], "offset \(offset)")
    }
    try write(whole, to: file)
    #expect(try verify().isSound)
  }

  @Test(arguments: files)
  func findsAFileThatIsGone(file: String) throws {
    try Files.remove("\(run.path)/\(file)")
    #expect(try faults() == ["\(file) is missing"])
  }

  @Test(arguments: files)
  func findsAFileCutShort(file: String) throws {
    let whole = try bytes(file)
    for count in [0, whole.count / 2, whole.count - 1] {
      try write(Array(whole[..<count]), to: file)
      #expect(Set(try verify().allFaults.map(\.file)) == [file], "\(count) bytes left")
    }
  }

  @Test(arguments: files)
  func findsALinkAndAFolderInThePlaceOfAFile(file: String) throws {
    let path = "\(run.path)/\(file)"
    try FileManager.default.moveItem(atPath: path, toPath: "\(tiny.directory.path)/moved")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: "\(tiny.directory.path)/moved")
    #expect(Set(try verify().allFaults.map(\.file)) == [file])
    try Files.remove(path)
    try Files.makeFolder(path)
    #expect(Set(try verify().allFaults.map(\.file)) == [file])
  }

  @Test func findsWhatDoesNotBelong() throws {
    try tiny.directory.write("", to: "runs/\(run.name)/notes.txt")
    try tiny.directory.write("", to: "runs/\(run.name)/tables/more/x.ecsv")
    #expect(
      try faults() == [
        "notes.txt does not belong to the run", "tables/more does not belong to the run",
        "tables/more/x.ecsv does not belong to the run",
      ])
  }

  @Test func namesEveryFault() throws {
    try write([], to: "journal.json")
    try Files.remove("\(run.path)/tables/truth.ecsv")
    try tiny.directory.write("", to: "runs/\(run.name)/notes.txt")
    #expect(
      try faults() == [
        "journal.json has changed since the run was made", "notes.txt does not belong to the run",
        "tables/truth.ecsv is missing",
      ])
  }

  @Test func findsTwoFilesThatChangedPlaces() throws {
    let (one, other) = ("tables/fits.ecsv", "tables/truth.ecsv")
    let (first, second) = (try bytes(one), try bytes(other))
    try write(second, to: one)
    try write(first, to: other)
    #expect(Set(try verify().allFaults.map(\.file)) == [one, other])
  }

  /// A forger who mends the hashes still has to mend the digests, and then the identity.
  @Test(arguments: [
    ("tables/fits.ecsv", "interior", "at_bound"), ("spec.json", "0.3", "0.4"),
    ("manifest.json", #""engine": \#(Engine.number)"#, #""engine": 999"#),
  ])
  func findsAChangeWithMendedChecksums(file: String, old: String, new: String) throws {
    let text = String(decoding: try bytes(file), as: UTF8.self)
    let sums = String(decoding: try bytes("SHA256SUMS"), as: UTF8.self)
    let before = try line(file)
    try write(Array(text.replacing(old, with: new).utf8), to: file)
    try write(Array(sums.replacing(before, with: try line(file)).utf8), to: "SHA256SUMS")
    #expect(try verify().allFaults.map(\.file) == [file])
  }

  @Test func findsARenamedFolder() throws {
    let path = "\(tiny.root)/renamed"
    try FileManager.default.moveItem(atPath: run.path, toPath: path)
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let found = try RunVerification(
      try #require(RunFolder(at: path)), data: shelf, relativeTo: ".")
    #expect(found.allFaults.map(\.file) == ["renamed"])
  }

  @Test func saysWhatItCannotCheck() throws {
    try write(Array("{}".utf8), to: "spec.json")
    #expect(try verify().omissions == ["the data, as the spec is damaged"])
    try write(Array("{}".utf8), to: "manifest.json")
    #expect(try verify().omissions == ["identity, tables and data, as the manifest is damaged"])
  }
}
