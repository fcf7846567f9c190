import Plans
import Records
import Runs
import TestKit
import Testing

@Suite("Cleaning", .limited)
struct CleaningTests {
  private let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  private func cleaning() throws -> Cleaning {
    let specs = "\(tiny.directory.path)/specs"
    return try Cleaning(tiny.store, sparing: PinnedRuns(store: tiny.store, specs: specs))
  }

  /// Runs the spec twice, with a change that counts.
  private func runTwice() throws -> (older: RunOutcome, newer: RunOutcome) {
    let older = try tiny.run(TinyRun.plan())
    let newer = try tiny.run(TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.5, 0.7]"))
    return (older, newer)
  }

  @Test func findsNothingInAFolderWithoutRuns() throws {
    #expect(try cleaning().removables.isEmpty)
    try tiny.run(TinyRun.plan())
    #expect(try cleaning().removables.isEmpty)
  }

  @Test func removesRunsThatANewerOneReplaces() throws {
    let (older, newer) = try runTwice()
    let cleaning = try cleaning()
    #expect(cleaning.removables.map(\.kind) == [.superseded])
    let removable = try #require(cleaning.removables.first)
    #expect(removable.path == older.run.path)
    #expect(removable.remark == "by \(newer.run.name)")
    #expect(removable.bytes > 1000)
    #expect(Files.exists(older.run.path))
    try cleaning.remove(removable)
    #expect(try Files.names(in: tiny.root) == [newer.run.name])
  }

  @Test func sparesPinnedRuns() throws {
    let (older, _) = try runTwice()
    try tiny.directory.write(
      #"{"identity": "\#(older.run.manifest.identity)"}"#, to: "specs/tiny.json.lock")
    #expect(try cleaning().removables.isEmpty)
  }

  @Test func sparesRunsOfUnknownAge() throws {
    let (older, newer) = try runTwice()
    for run in [older.run, newer.run] {
      try tiny.directory.write("{", to: "runs/\(run.name)/journal.json")
    }
    #expect(try cleaning().removables.isEmpty)
  }

  @Test func removesPartialRuns() throws {
    let plan = try TinyRun.plan()
    let stop = try tiny.interrupt(plan)
    let cleaning = try cleaning()
    let removable = try #require(cleaning.removables.first)
    #expect(cleaning.removables.count == 1)
    #expect(removable.kind == .partial)
    #expect(removable.name == PartialRun(of: plan, in: tiny.store).name)
    #expect(removable.remark == "\(stop.kept) of \(plan.unitCount) units")
    try cleaning.remove(removable)
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func sparesWhatIsBeingComputed() throws {
    let plan = try TinyRun.plan()
    _ = try tiny.interrupt(plan)
    let name = PartialRun(of: plan, in: tiny.store).name
    try tiny.directory.write(
      "half", to: "runs/.partial/\(name)/00000000deadbeef.publish/spec.json")
    let ending = try tiny.runner(jobs: 1).run(plan) { _ in
      do {
        let cleaning = try cleaning()
        #expect(cleaning.inUse == [name])
        #expect(cleaning.removables.allSatisfy { $0.kind == .unpublished })
        for removable in cleaning.removables { try cleaning.remove(removable) }
      } catch {
        Issue.record(error)
      }
    }
    #expect(TinyRun.outcome(of: ending)?.computed == plan.unitCount - 1)
  }

  @Test func removesWhatWasBeingRemoved() throws {
    try tiny.directory.write("half", to: "runs/.partial/tiny-abc.discarded/spec.json")
    let cleaning = try cleaning()
    #expect(cleaning.removables.map(\.kind) == [.discarded])
    for removable in cleaning.removables { try cleaning.remove(removable) }
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func leavesStrangersAlone() throws {
    try tiny.directory.write("mine", to: "runs/.partial/notes/a.txt")
    try tiny.directory.write("mine", to: "runs/notes/a.txt")
    #expect(try cleaning().removables.isEmpty)
  }
}
