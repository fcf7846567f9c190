import Foundation
import Records
import Runs
import Support
import TestKit
import Testing

/// What is remembered of many runs, and that it is never believed over them.
@Suite("Run index", .limited)
struct RunIndexTests {
  private let tiny: TinyRun
  private let count = 80

  init() throws {
    tiny = try TinyRun()
    for number in 0..<count {
      try make(number, galaxies: ["A"])
      // Files that were just written are not remembered.
      for file in ["manifest.json", "journal.json", "spec.json"] {
        #expect(try Files.size(of: "\(folder(number))/\(file)") != nil)
      }
    }
  }

  private func folder(_ number: Int) -> String {
    "\(tiny.root)/made-\(identity(number).prefix(12))"
  }

  private func identity(_ number: Int) -> String {
    String(repeating: String(UnicodeScalar(UInt8(97 + number % 6))), count: 1)
      + String(repeating: "0", count: 8 - String(number).count) + "\(number)"
      + String(repeating: "0", count: 55)
  }

  private func make(_ number: Int, galaxies: [String]) throws {
    let made = MadeManifest(name: "made", identity: identity(number), galaxies: galaxies)
    let folder = "runs/\(Files.name(of: folder(number)))"
    try tiny.directory.write(made.text, to: "\(folder)/manifest.json")
    try tiny.directory.write(
      MadeManifest.journal(started: "2026-01-01T00:00:00.000Z"), to: "\(folder)/journal.json")
    try tiny.directory.write(#"{ "name": "made" }"#, to: "\(folder)/spec.json")
  }

  private var index: String { "\(tiny.root)/.index" }

  private func galaxies() throws -> [Int] {
    try tiny.store.runs().compactMap(\.facts?.galaxies)
  }

  @Test func isWrittenBesideManyRuns() throws {
    #expect(try galaxies() == Array(repeating: 1, count: count))
    #expect(Files.exists(index))
    #expect(try galaxies() == Array(repeating: 1, count: count))
  }

  @Test func isNotWrittenBesideFew() throws {
    for number in 10..<count { try Files.remove(folder(number)) }
    #expect(try galaxies() == Array(repeating: 1, count: 10))
    #expect(!Files.exists(index))
  }

  /// What is written is believed two seconds later.
  private func letTheClockTick() throws {
    _ = try galaxies()
    try Files.remove(index)
    Thread.sleep(forTimeInterval: 2.2)
    _ = try galaxies()
    #expect(Files.exists(index))
  }

  @Test(.slow) func saysTheSameAsTheRuns() throws {
    let before = try tiny.store.runs().map(\.facts)
    try letTheClockTick()
    #expect(try tiny.store.runs().map(\.facts) == before)
  }

  @Test(.slow) func isUsedWhereNothingWasTouched() throws {
    try letTheClockTick()
    let bytes = try Files.read(index)
    let text = String(decoding: bytes, as: UTF8.self)
    let body = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[1]
      .replacing("\nmade\n", with: "\nread\n")
    try Files.replace(
      index, with: Array("upsilon-runs 1 \(Fingerprint(of: Array(body.utf8)))\n\(body)".utf8))
    #expect(try Set(tiny.store.runs().map(\.experiment)) == ["read"])
  }

  @Test(.slow) func isNotBelievedOverARunThatChanged() throws {
    try letTheClockTick()
    let manifest = "\(folder(3))/manifest.json"
    let time = try FileManager.default.attributesOfItem(atPath: manifest)[.modificationDate]
    // The same size, the same time.
    let text = String(decoding: try Files.read(manifest), as: UTF8.self)
    try Data(text.replacing("\"units\": 0", with: "\"units\": 7").utf8)
      .write(to: URL(filePath: manifest))
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time)], ofItemAtPath: manifest)
    let units = try tiny.store.runs().compactMap(\.facts?.units)
    #expect(units.count { $0 == 7 } == 1)
    try Files.remove("\(folder(4))/manifest.json")
    #expect(try tiny.store.runs().count == count - 1)
    try Files.remove(folder(5))
    #expect(try tiny.store.runs().count == count - 2)
  }

  @Test(arguments: ["", "foreign", "upsilon-runs 1 0\n", "upsilon-runs 2 0\n0\n"])
  func mayBeAnything(text: String) throws {
    try tiny.directory.write(text, to: "runs/.index")
    #expect(try galaxies().count == count)
  }

  @Test func mayBeDamagedAnywhere() throws {
    _ = try galaxies()
    let bytes = try Files.read(index)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      var damaged = bytes
      let offset = Int.random(in: 0..<bytes.count, using: &generator)
      damaged[offset] ^= UInt8.random(in: 1...255, using: &generator)
      try Files.replace(index, with: damaged)
      #expect(try galaxies() == Array(repeating: 1, count: count))
    }
  }

  @Test func mayBeAFolder() throws {
    try Files.makeFolder(index)
    #expect(try galaxies().count == count)
  }
}
