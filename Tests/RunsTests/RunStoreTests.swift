import Foundation
import Plans
import Records
import Runs
import Support
import TestKit
import Testing

@Suite("Run store", .limited)
struct RunStoreTests {
  private let tiny: TinyRun
  private let plan: Plan

  init() throws {
    tiny = try TinyRun()
    plan = try TinyRun.plan()
  }

  /// What the refusal of a word says, and its advice.
  private func refusal(of word: String) throws -> Diagnostic {
    let rejected = try #require(throws: InputRejected.self) { try tiny.store.run(meant: word) }
    return try #require(rejected.diagnostics.first)
  }

  /// Puts a run with a made-up manifest into the store.
  private func fake(_ name: String, identity: String, started: String) throws {
    let folder = "runs/\(name)-\(identity.prefix(12))"
    try tiny.directory.write(
      MadeManifest(name: name, identity: identity).text, to: "\(folder)/manifest.json")
    try tiny.directory.write(
      MadeManifest.journal(started: started), to: "\(folder)/journal.json")
  }

  @Test func findsAPublishedRun() throws {
    #expect(try tiny.store.run(of: plan) == nil)
    let outcome = try tiny.run(plan)
    #expect(outcome.run.path == "\(tiny.root)/\(plan.runName)")
    #expect(try tiny.store.run(of: plan)?.path == outcome.run.path)
    #expect(try tiny.store.runs().map(\.name) == [plan.runName])
  }

  @Test func leavesNothingElseBehind() throws {
    try tiny.run(plan)
    let tables = ["cut_flow", "dropped", "fits", "fitted", "galaxies", "truth"]
      .map { "tables/\($0).ecsv" }
    let files = (["SHA256SUMS", "journal.json", "manifest.json", "spec.json"] + tables).map {
      "\(plan.runName)/\($0)"
    }
    #expect(try tiny.contents().keys.sorted() == files)
  }

  @Test func hasNoRunsWithoutAFolder() throws {
    #expect(try tiny.store.runs().isEmpty)
    let refusal = try refusal(of: "tiny")
    #expect(refusal.message == "there is no run 'tiny' in '\(tiny.root)'")
    #expect(refusal.help == RunStore.howToMakeOne)
  }

  @Test func knowsARunByFolderHashAndName() throws {
    let run = try tiny.run(plan).run
    let identity = run.manifest.identity
    for word in [
      run.path, plan.runName, "\(identity)", String(identity.short.prefix(4)), "tiny",
    ] {
      #expect(try tiny.store.run(meant: word).manifest.identity == identity, "\(word)")
    }
    let upper = identity.short.prefix(8).uppercased()
    #expect(try tiny.store.run(meant: upper).manifest.identity == identity)
  }

  @Test func takesTheLatestOfAName() throws {
    let times = [("a", "12:00:00.500Z"), ("b", "12:00:00.501Z"), ("c", "11:59:59.999Z")]
    for (digit, time) in times {
      let identity = String(repeating: digit, count: 64)
      try fake("scan", identity: identity, started: "2026-01-01T\(time)")
    }
    let identity = try tiny.store.run(meant: "scan").manifest.identity
    #expect(identity.description == String(repeating: "b", count: 64))
  }

  @Test func doesNotBelieveAJournalOfTheFuture() throws {
    for (digit, time) in [("a", "2999-01-01T00:00:00.000Z"), ("b", "2001-01-01T00:00:00.000Z")] {
      try fake("scan", identity: String(repeating: digit, count: 64), started: time)
    }
    let (future, past) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
    // Its manifest is written now, which is later than 2001.
    #expect(try tiny.store.run(meant: "scan").manifest.identity.description == future)
    try date("scan-\(future.prefix(12))", Date(timeIntervalSince1970: 1e9 - 3e7))
    #expect(try tiny.store.run(meant: "scan").manifest.identity.description == past)
    try date("scan-\(future.prefix(12))", Date(timeIntervalSinceNow: 1e6))
    #expect(try tiny.store.run(meant: "scan").manifest.identity.description == past)
  }

  /// Sets when the manifest of a run was written.
  private func date(_ name: String, _ moment: Date) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: moment], ofItemAtPath: "\(tiny.root)/\(name)/manifest.json")
  }

  @Test func tellsTheLatestOfTwoRunsOfOneMoment() throws {
    try tiny.run(plan)
    let second = try tiny.run(TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.5, 0.7]")).run
    #expect(try tiny.store.run(meant: "tiny").path == second.path)
  }

  @Test func refusesAPrefixOfSeveralHashes() throws {
    for digit in ["1", "2"] {
      let identity = "ab" + String(repeating: digit, count: 62)
      try fake("scan\(digit)", identity: identity, started: "")
    }
    let refusal = try refusal(of: "ab")
    #expect(refusal.message == "'ab' fits 2 runs")
    #expect(refusal.help == "they are scan1-ab1111111111, scan2-ab2222222222")
    #expect(try tiny.store.run(meant: "ab2").manifest.name == "scan2")
  }

  @Test func prefersARunToItsCopiesBesideIt() throws {
    let run = try tiny.run(plan).run
    for copy in ["a copy", "\(run.name).bak"] {
      try FileManager.default.copyItem(atPath: run.path, toPath: "\(tiny.root)/\(copy)")
    }
    let word = String(run.manifest.identity.short.prefix(6))
    #expect(try tiny.store.run(meant: word).name == run.name)
    try Files.remove(run.path)
    #expect(try refusal(of: word).message == "'\(word)' fits 2 runs")
  }

  @Test func doesNotWaitForAPipeInTheManifestsPlace() throws {
    let run = try tiny.run(plan).run
    try Files.remove("\(run.path)/manifest.json")
    #expect(mkfifo("\(run.path)/manifest.json", 0o600) == 0)
    #expect(
      try refusal(of: run.name).message
        == "run '\(run.name)' is damaged: its manifest cannot be read: it is a pipe, socket or device"
    )
  }

  @Test func saysOfADamagedRunWhatIsWrong() throws {
    let run = try tiny.run(plan).run
    try tiny.directory.write("{", to: "runs/\(run.name)/manifest.json")
    for word in ["tiny", run.name, String(run.manifest.identity.short.prefix(6))] {
      let refusal = try refusal(of: word)
      #expect(refusal.message == "run '\(run.name)' is damaged: its manifest cannot be read")
      #expect(refusal.help == "'upsilon verify \(run.name)' says what is left of it")
      #expect(try tiny.store.folder(meant: word).path == run.path)
    }
  }

  @Test(arguments: ["", " ", "g", "tiny-"])
  func refusesAWordThatMeansNothing(word: String) throws {
    try tiny.run(plan)
    #expect(try refusal(of: word).message == "there is no run '\(word)' in '\(tiny.root)'")
  }

  @Test func offersTheNearestName() throws {
    try tiny.run(plan)
    let refusal = try refusal(of: "tinny")
    #expect(refusal.message == "there is no run 'tinny' in '\(tiny.root)'")
    #expect(refusal.help == "did you mean 'tiny'?")
  }

  @Test(arguments: ["notes.txt", "manifest.json"])
  func refusesAForeignFolderUnderTheNameOfARun(file: String) throws {
    let path = "\(tiny.root)/\(plan.runName)"
    try tiny.directory.write("{}", to: "runs/\(plan.runName)/\(file)")
    let before = try tiny.contents()
    let error = try #require(throws: FileError.self) { try tiny.run(plan) }
    #expect(error.path == path)
    #expect(error.reason.contains("it has the name of this run"))
    #expect(try tiny.contents() == before)
  }

  @Test func refusesAFileUnderTheNameOfARun() throws {
    try tiny.directory.write("mine", to: "runs/\(plan.runName)")
    #expect(throws: FileError.self) { try tiny.run(plan) }
    #expect(try tiny.directory.read("runs/\(plan.runName)") == "mine")
  }

  @Test func passesOverFoldersThatAreNoRuns() throws {
    try tiny.directory.write("mine", to: "runs/notes/README.md")
    try tiny.directory.write("mine", to: "runs/README.md")
    try tiny.run(plan)
    #expect(try tiny.store.runs().map(\.name) == [plan.runName])
  }

  @Test func clearsWhatADeadProcessLeft() throws {
    let partial = "runs/.partial/\(PartialRun(of: plan, in: tiny.store).name)"
    try tiny.directory.write("half", to: "\(partial)/00000000deadbeef.publish/tables/fits.ecsv")
    try tiny.run(plan)
    #expect(!Files.exists("\(tiny.root)/.partial"))
  }

  @Test(arguments: ["tiny-abc.1", "tiny-abc", "notes"])
  func keepsWhatBelongsToNoPlan(name: String) throws {
    let file = "runs/.partial/\(name)/fits.ecsv"
    try tiny.directory.write("half", to: file)
    try tiny.run(plan)
    #expect(try tiny.directory.read(file) == "half")
  }

  @Test func namesTheFileThatIsInTheWay() throws {
    try tiny.directory.write("a file", to: "runs")
    let error = try #require(throws: FileError.self) { try tiny.run(plan) }
    #expect(error.path.hasPrefix(tiny.root))
    #expect(try tiny.directory.read("runs") == "a file")
  }
}
