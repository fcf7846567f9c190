import Foundation
import Records
import Runs
import Support
import TestKit
import Testing

/// Which runs take the place of others.
@Suite("Superseded runs", .limited)
struct SupersededRunsTests {
  private let tiny: TinyRun
  /// Of engine 7 and with the versions 3 of its methods.
  private let run: StoredRun
  private let method = ["spec", "methods", "linear"]
  private let now = Date.now

  init() throws {
    tiny = try TinyRun()
    let made = try tiny.run(TinyRun.plan()).run
    let altered = try AlteredRun(of: made) {
      $0.replacing(["engine"], with: 7)
        .replacing(["spec", "methods", "linear"], with: "v3_linear")
        .replacing(["spec", "methods", "rational-taper-kRd"], with: "v3_taper")
    }
    try Files.remove(made.path)
    run = try #require(try StoredRun(at: altered.path))
  }

  /// What can be removed: names and remarks.
  private func removables() throws -> [String: String] {
    let pins = try PinnedRuns(store: tiny.store, specs: "\(tiny.directory.path)/specs")
    let found = try Cleaning(tiny.store, sparing: pins).removables
    #expect(found.allSatisfy { $0.kind == .superseded })
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.remark) })
  }

  private func alter(_ changes: [String]..., to values: JSONValue...) throws -> AlteredRun {
    try AlteredRun(of: run) { manifest in
      zip(changes, values).reduce(manifest) { $0.replacing($1.0, with: $1.1) }
    }
  }

  @Test func giveWayToANewerEngineWhateverTheClockSays() throws {
    let newer = try alter(["engine"], to: 8)
    try AlteredRun.date(newer.path, begun: Date(timeIntervalSince1970: 0))
    #expect(try removables() == [run.name: "by \(newer.name): engine 7 → 8"])
  }

  @Test func giveWayToANewerMethod() throws {
    let newer = try alter(method, to: "v4_linear")
    #expect(try removables() == [run.name: "by \(newer.name): linear v3_linear → v4_linear"])
  }

  @Test func giveWayToTheNewestAlone() throws {
    let middle = try alter(["engine"], to: 8)
    let newest = try alter(["engine"], method, to: 9, "v10_linear")
    #expect(
      try removables() == [
        run.name: "by \(newest.name): engine 7 → 9, linear v3_linear → v10_linear",
        middle.name: "by \(newest.name): engine 8 → 9, linear v3_linear → v10_linear",
      ])
  }

  @Test func stayWhereOneIsNewerAndOneOlder() throws {
    _ = try alter(["engine"], method, to: 8, "v2_linear")
    _ = try alter(method, ["spec", "methods", "rational-taper-kRd"], to: "v4_linear", "v2_taper")
    #expect(try removables() == [:])
  }

  @Test func stayWhereAVersionHasNoNumber() throws {
    _ = try alter(method, to: "newest")
    #expect(try removables() == [:])
  }

  @Test func stayWhereASettingDiffers() throws {
    _ = try alter(["spec", "grid", "upsilon_disk"], ["engine"], to: [0.3, 0.7], 8)
    _ = try alter(["spec", "dataset", "mock", "seed"], ["engine"], to: 6, 8)
    #expect(try removables() == [:])
  }

  @Test func stayUnderAnotherName() throws {
    _ = try AlteredRun(of: run, named: "other") { $0.replacing(["engine"], with: 8) }
    #expect(try removables() == [:])
  }

  @Test func areNeitherCopiesNorRenamed() throws {
    let newer = try alter(["engine"], to: 8)
    let copy = "\(tiny.root)/z-backup"
    try FileManager.default.copyItem(atPath: newer.path, toPath: copy)
    try FileManager.default.copyItem(
      atPath: run.path, toPath: "\(tiny.root)/kept-\(run.manifest.identity.short)")
    #expect(try removables().keys.sorted() == [run.name])
    try Files.remove(newer.path)
    #expect(try removables() == [:], "a copy takes no place")
  }

  @Test func areNotThoseWhoseIdentityIsForged() throws {
    let newer = try alter(["engine"], to: 8)
    let text = String(decoding: try Files.read("\(newer.path)/manifest.json"), as: UTF8.self)
    try Files.replace(
      "\(newer.path)/manifest.json",
      with: Array(text.replacing("\"engine\": 8", with: "\"engine\": 9").utf8))
    #expect(try removables() == [:])
  }

  /// A run that differs in its data only.
  private func otherData() throws -> AlteredRun {
    try AlteredRun(of: run) {
      let hash = try #require($0.value(at: ["inputs", "0", "sha256"]))
      return $0.replacing(["inputs", "0", "sha256"], with: hash.forged)
    }
  }

  @Test func giveWayToLaterDataWhereClocksAgree() throws {
    let newer = try otherData()
    try AlteredRun.date(run.path, begun: now - 7200)
    try AlteredRun.date(newer.path, begun: now - 3600)
    let role = try #require(run.manifest.inputs.first).role
    #expect(try removables() == [run.name: "by \(newer.name): other data, made later: \(role)"])
  }

  /// How long before now the newer run was begun and its manifest written, s; the older one was
  /// made two hours ago.
  @Test(arguments: [
    (begun: -3600.0, written: -3600.0), (begun: 3600, written: -3600),
    (begun: -3600, written: 3600), (begun: 7200, written: 7200), (begun: 3600, written: 3000),
    (begun: 1e9, written: 3600),
  ])
  func stayWhereClocksDoNotAgree(begun: Double, written: Double) throws {
    let newer = try otherData()
    try AlteredRun.date(run.path, begun: now - 7200)
    try AlteredRun.date(newer.path, begun: now - begun, written: now - written)
    #expect(try removables() == [:])
  }

  @Test(arguments: ["journal.json", "SHA256SUMS"])
  func stayIfTheOtherWasDamagedMeanwhile(file: String) throws {
    let newer = try alter(["engine"], to: 8)
    let pins = try PinnedRuns(store: tiny.store, specs: "none")
    let cleaning = try Cleaning(tiny.store, sparing: pins)
    let removable = try #require(cleaning.removables.first)
    try Files.remove("\(newer.path)/\(file)")
    #expect(try !cleaning.remove(removable))
    #expect(Files.exists(run.path))
  }

  @Test func areGoneIfAnotherProcessRemovedThem() throws {
    _ = try alter(["engine"], to: 8)
    let pins = try PinnedRuns(store: tiny.store, specs: "none")
    let cleaning = try Cleaning(tiny.store, sparing: pins)
    let removable = try #require(cleaning.removables.first)
    try Files.remove(run.path)
    #expect(try cleaning.remove(removable))
  }
}
