import Records
import Runs
import Support
import TestKit
import Testing

@Suite("Pin file", .limited)
struct PinFileTests {
  private let tiny: TinyRun
  private let pin: Pin
  private let spec: String

  init() throws {
    tiny = try TinyRun()
    pin = Pin(try tiny.run(TinyRun.plan()).run.manifest)
    spec = "\(tiny.directory.path)/tiny.json"
  }

  @Test func readsBackWhatItWrote() throws {
    #expect(try PinFile.read(of: spec) == nil)
    try PinFile.write(pin, besides: spec)
    #expect(try PinFile.read(of: spec) == pin)
    #expect(
      try Files.names(in: tiny.directory.path).filter { $0.contains("lock") } == ["tiny.json.lock"])
  }

  @Test func replacesTheOneThatWasThere() throws {
    let other = Pin(
      try tiny.run(TinyRun.plan(replacing: "0.3, 0.5", with: "0.3, 0.5, 0.7")).run.manifest)
    try PinFile.write(other, besides: spec)
    try PinFile.write(pin, besides: spec)
    #expect(try PinFile.read(of: spec) == pin)
  }

  @Test(arguments: ["{}", "{\"lock\": 1}", " \n{\"lock\": 1, \"tables\": []}"])
  func refusesALockOfVersion1(_ text: String) throws {
    try tiny.directory.write(text, to: "tiny.json.lock")
    let error = try #require(throws: InputRejected.self) { try PinFile.read(of: spec) }
    #expect(
      error.diagnostics.first?.message
        == "'\(spec).lock' is a lock of version 1, and this program reads version 2")
    #expect(
      error.diagnostics.first?.help
        == "'upsilon pin --upgrade \(spec)' translates it without computing")
  }

  @Test func leavesADamagedLockOfVersion1AsItIs() throws {
    let text = "{\"lock\": 1, \"tables\": []}"
    try tiny.directory.write(text, to: "tiny.json.lock")
    let error = try #require(throws: InputRejected.self) { try PinFile.upgrade(of: spec) }
    #expect(error.diagnostics.contains { $0.message == "missing key 'identity'" })
    #expect(error.diagnostics.allSatisfy { $0.place?.location.line == 1 })
    #expect(try Files.read("\(spec).lock") == Array(text.utf8))
  }

  @Test func translatesNothingWhereThereIsNothingToTranslate() throws {
    #expect(try PinFile.upgrade(of: spec) == .none)
    try PinFile.write(pin, besides: spec)
    #expect(try PinFile.upgrade(of: spec) == .current)
  }

  @Test func isRememberedByItsStore() throws {
    try PinnedRuns.remember(pin.identity, in: tiny.store)
    try PinnedRuns.remember(pin.identity, in: tiny.store)
    let elsewhere = "\(tiny.directory.path)/none"
    #expect(try PinnedRuns(store: tiny.store, specs: elsewhere).contains("\(pin.identity)"))
    try PinFile.write(pin, besides: spec)
    let other = RunStore(elsewhere)
    #expect(try PinnedRuns(store: other, specs: tiny.directory.path).contains("\(pin.identity)"))
    #expect(try !PinnedRuns(store: other, specs: elsewhere).contains("\(pin.identity)"))
    #expect(try tiny.store.runs().count == 1, "the memory is no run")
  }
}
