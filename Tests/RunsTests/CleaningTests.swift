import Foundation
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
    try Cleaning(tiny.store, sparing: pins())
  }

  private func pins() throws -> PinnedRuns {
    try PinnedRuns(store: tiny.store, specs: "\(tiny.directory.path)/specs")
  }

  /// Runs the spec twice, with an earlier and with the newest version of a method.
  private func runTwice() throws -> (older: RunOutcome, newer: RunOutcome) {
    func plan(_ methods: String) throws -> Plan {
      try TinyRun.plan(
        replacing: "\"rational-taper-kRd\"] },", with: "\"quadrature\"] }, \(methods)")
    }
    let older = try tiny.run(plan(#""methods": { "quadrature": "v1_quadrature" },"#))
    let newer = try tiny.run(plan(""))
    return (older, newer)
  }

  /// Whether all that was found is gone.
  private func removeAll(_ cleaning: Cleaning) throws -> Bool {
    try cleaning.removables.map { try cleaning.remove($0) }.allSatisfy { $0 }
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
    #expect(
      removable.remark
        == "by \(newer.run.name): quadrature v1_quadrature → v2_quadrature")
    #expect(removable.bytes > 1000)
    #expect(Files.exists(older.run.path))
    #expect(try cleaning.remove(removable))
    #expect(try Files.names(in: tiny.root) == [newer.run.name])
  }

  @Test func sparesPinnedRuns() throws {
    let (older, _) = try runTwice()
    try tiny.directory.write(
      #"{"identity": "\#(older.run.manifest.identity)"}"#, to: "specs/tiny.json.lock")
    #expect(try cleaning().removables.isEmpty)
  }

  @Test func sparesRunsThatAskForSomethingElse() throws {
    try tiny.run(TinyRun.plan())
    try tiny.run(TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.5, 0.7]"))
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
    #expect(try cleaning.remove(removable))
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
        #expect(try removeAll(cleaning))
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
    #expect(try removeAll(cleaning))
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func leavesStrangersAlone() throws {
    try tiny.directory.write("mine", to: "runs/.partial/notes/a.txt")
    try tiny.directory.write("mine", to: "runs/notes/a.txt")
    #expect(try cleaning().removables.isEmpty)
  }

  @Test(arguments: [
    ".components/\(String(repeating: "a1", count: 32)).4711",
    ".components/.\(String(repeating: "a1", count: 32)).0123456789abcdef.part",
    "..index.0123456789abcdef.part",
  ])
  func removesFilesThatWereBeingWritten(name: String) throws {
    try tiny.directory.write("half", to: "runs/\(name)")
    let cleaning = try cleaning()
    #expect(cleaning.removables.map(\.kind) == [.temporary])
    #expect(try removeAll(cleaning))
    #expect(!Files.exists("\(tiny.root)/\(name)"))
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func sparesAFileThatIsHeld() throws {
    let name = ".components/.\(String(repeating: "a1", count: 32)).0123456789abcdef.part"
    let file = try tiny.directory.write("half", to: "runs/\(name)")
    let handle = try FileHandle(forUpdating: file)
    #expect(flock(handle.fileDescriptor, LOCK_EX) == 0)
    #expect(try cleaning().removables.isEmpty)
    try handle.close()
    #expect(try cleaning().removables.count == 1)
  }

  @Test(arguments: ["0123456789ab", "a1.part", "notes", "x.1.2.part"])
  func sparesOtherFiles(name: String) throws {
    try tiny.directory.write("mine", to: "runs/.components/\(name)")
    #expect(try cleaning().removables.isEmpty)
  }

  @Test(arguments: [
    ".partial/0123456789ab/00000000deadbeef.claims", ".partial/0123456789ab/",
    ".components/", ".partial/",
  ])
  func removesFoldersInWhichNothingIsKept(path: String) throws {
    if path.hasSuffix("/") {
      try Files.makeFolder("\(tiny.root)/\(path.dropLast())")
    } else {
      try tiny.directory.write("", to: "runs/\(path)")
    }
    #expect(try cleaning().removables.map(\.kind) == [.empty])
    #expect(try removeAll(cleaning()))
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func removesRunsThatWereBeingWrittenWithoutALog() throws {
    try tiny.directory.write(
      "half", to: "runs/.partial/0123456789ab/00000000deadbeef.publish/spec.json")
    #expect(try removeAll(cleaning()))
    #expect(try Files.names(in: tiny.root).isEmpty)
  }

  @Test func mayBeDoneByManyAtOnce() async throws {
    _ = try runTwice()
    for number in 0..<40 {
      try tiny.directory.write("half", to: "runs/.partial/tiny-\(number).discarded/a/b/c.json")
    }
    let store = tiny.store
    let cleanings = try (0..<8).map { _ in try cleaning() }
    let gone = try await withThrowingTaskGroup(of: Bool.self) { group in
      for cleaning in cleanings {
        group.addTask { try cleaning.removables.map { try cleaning.remove($0) }.allSatisfy { $0 } }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(gone)
    #expect(try Files.names(in: store.root).count == 1)
  }
}
