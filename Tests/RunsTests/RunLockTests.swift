import Foundation
import Plans
import Records
import Runs
import Specs
import Support
import TestKit
import Testing

@Suite("Run lock")
struct RunLockTests {
  private let tiny: TinyRun
  private let lock: RunLock
  private let spec: String

  init() throws {
    tiny = try TinyRun()
    lock = RunLock(try tiny.run(TinyRun.plan()).run.manifest)
    spec = "\(tiny.directory.path)/tiny.json"
  }

  @Test func readsBackWhatItWrote() throws {
    #expect(try RunLock.read(of: spec) == nil)
    try lock.write(besides: spec)
    #expect(try RunLock.read(of: spec) == lock)
    #expect(try lock.identity == TinyRun.plan().identity.fingerprint.description)
    #expect(
      try Files.names(in: tiny.directory.path).filter { $0.contains("lock") } == ["tiny.json.lock"])
  }

  @Test func replacesTheOneThatWasThere() throws {
    let other = RunLock(
      try tiny.run(TinyRun.plan(replacing: "0.3, 0.5", with: "0.3, 0.5, 0.7")).run.manifest)
    try other.write(besides: spec)
    try lock.write(besides: spec)
    #expect(try RunLock.read(of: spec) == lock)
  }

  @Test func namesNoFilesAndNoHashesOfThem() throws {
    let tables = try #require(lock.json["tables"]?.array)
    #expect(!tables.isEmpty)
    #expect(tables.allSatisfy { $0["file"] == nil && $0["sha256"] == nil && $0["bytes"] == nil })
    let columns = tables.flatMap { $0["columns"]?.array ?? [] }
    #expect(columns.count > 20)
    #expect(columns.allSatisfy { $0["sha256"]?.string?.count == 64 })
  }

  @Test(arguments: [
    "{}", "[]", "{\"lock\": 1}", "{\"lock\": 1, \"tables\": []}",
    "{\"lock\": 1, \"identity\": 5, \"tables\": {}}",
  ])
  func refusesWhatIsNoWholeLock(_ text: String) throws {
    try tiny.directory.write(text, to: "tiny.json.lock")
    try expectRefusal()
  }

  @Test(arguments: ["lock", "identity", "inputs", "spec", "tables"])
  func refusesALockThatLacksAPart(_ part: String) throws {
    let kept = try #require(lock.json.members).filter { $0.key != part }
    try Files.write(JSONValue.object(kept).readableBytes, to: "\(spec).lock")
    try expectRefusal()
  }

  private func expectRefusal() throws {
    let error = try #require(throws: InputRejected.self) { try RunLock.read(of: spec) }
    #expect(
      error.diagnostics.first?.message
        == "'\(spec).lock' is no lock of version 1, or not a whole one")
    #expect(
      error.diagnostics.first?.help
        == "restore it, or remove it and 'upsilon pin \(spec)' writes a new one")
  }

  @Test func isRememberedByItsStore() throws {
    try PinnedRuns.remember(lock.identity, in: tiny.store)
    try PinnedRuns.remember(lock.identity, in: tiny.store)
    let elsewhere = "\(tiny.directory.path)/none"
    #expect(try PinnedRuns(store: tiny.store, specs: elsewhere).contains(lock.identity))
    try lock.write(besides: spec)
    let other = RunStore(elsewhere)
    #expect(try PinnedRuns(store: other, specs: tiny.directory.path).contains(lock.identity))
    #expect(try !PinnedRuns(store: other, specs: elsewhere).contains(lock.identity))
    #expect(try tiny.store.runs().count == 1, "the memory is no run")
  }
}
