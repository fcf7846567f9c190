import Foundation
import Galaxies
import Plans
import Runs
import Steps
import Support
import Synchronization
import TestKit
import Testing

@Suite("Partial run", .limited)
struct PartialRunTests {
  private let tiny: TinyRun
  private let plan: Plan
  private let records: [[Double]]

  init() throws {
    tiny = try TinyRun()
    plan = try TinyRun.plan()
    records = Scheduler.records(of: plan, jobs: 2)
  }

  private var partial: PartialRun { PartialRun(of: plan, in: tiny.store) }

  /// The logs in the folder.
  private func logs() throws -> [String] {
    try Files.names(in: partial.path).filter { $0.hasSuffix(".records") }
      .map { "\(partial.path)/\($0)" }
  }

  /// What all logs hold, and what is said of them.
  private func read() throws -> (records: UnitRecords, notices: [String]) {
    var records = UnitRecords(RecordLayout(plan))
    var reading = RecordReading(partial, of: plan, records.layout)
    try reading.update(&records)
    return (records, reading.notices.map(\.message))
  }

  /// Whether records are missing or right.
  private func areRight(_ found: UnitRecords) -> Bool {
    records.enumerated().allSatisfy { computation, right in
      let units = 0..<plan.computations[computation].unitCount
      guard let found = try? found.slice(units, of: computation).values else { return false }
      return zip(found, right).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN }
    }
  }

  @Test func goesOnWhereItWasAndEndsWithTheSameBytes() throws {
    let whole = try TinyRun()
    try whole.run(plan)
    let stop = try tiny.interrupt(plan)
    #expect((1..<plan.unitCount).contains(stop.kept))
    #expect(stop.total == plan.unitCount)
    let begun = Mutex<Continuation?>(nil)
    let least = Mutex(Int.max)
    let ending = try tiny.runner().run(plan) { found in
      begun.withLock { $0 = found }
    } observe: { done in
      least.withLock { $0 = min($0, done) }
    }
    let outcome = try #require(TinyRun.outcome(of: ending))
    #expect(begun.withLock { $0 }?.kept == stop.kept)
    #expect(begun.withLock { $0 }?.total == plan.unitCount)
    #expect(least.withLock { $0 } > stop.kept)
    #expect(outcome.computed == plan.unitCount - stop.kept)
    #expect(try tiny.lasting() == whole.lasting())
    #expect(!Files.exists("\(tiny.root)/.partial"))
  }

  @Test func keepsTheRecordsOfAStoppedRun() throws {
    let stop = try tiny.interrupt(plan)
    let (found, notices) = try read()
    #expect(found.count == stop.kept)
    #expect(areRight(found))
    #expect(notices.isEmpty)
    #expect(try partial.hold() == .free)
  }

  @Test func neverTakesADamagedRecordForARightOne() throws {
    _ = try tiny.interrupt(plan)
    let log = try #require(try logs().first)
    let bytes = try Files.read(log)
    for (position, byte) in bytes.enumerated() {
      var damaged = bytes
      damaged[position] = byte ^ (1 << UInt8(position % 8))
      try Data(damaged).write(to: URL(filePath: log))
      let (found, notices) = try read()
      #expect(areRight(found), "byte \(position)")
      #expect(!notices.isEmpty, "byte \(position)")
    }
  }

  @Test func usesWhatIsLeftOfATruncatedLog() throws {
    let stop = try tiny.interrupt(plan)
    let log = try #require(try logs().first)
    let bytes = try Files.read(log)
    for length in bytes.indices {
      try Data(bytes[..<length]).write(to: URL(filePath: log))
      let (found, _) = try read()
      #expect(found.count < stop.kept)
      #expect(areRight(found))
    }
  }

  @Test func usesWholeRecordsBehindDamagedOnes() throws {
    for _ in 0..<2 { _ = try tiny.interrupt(plan) }
    // Two logs in one, the head of the second being of no use there.
    let logs = try logs()
    try #require(logs.count == 2)
    let both = try Files.read(logs[0]) + Files.read(logs[1])
    try Data(both).write(to: URL(filePath: logs[0]))
    try Files.remove(logs[1])
    let (found, notices) = try read()
    #expect(found.count == 2)
    #expect(areRight(found))
    #expect(notices.first?.contains("is damaged in one place") == true)
  }

  @Test func passesOverTheLogOfAnotherPlan() throws {
    let other = try TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.3, 0.6]")
    _ = try tiny.interrupt(other)
    let strange = try Files.names(in: PartialRun(of: other, in: tiny.store).path)
      .filter { $0.hasSuffix(".records") }
    let bytes = try Files.read("\(PartialRun(of: other, in: tiny.store).path)/\(strange[0])")
    try Files.makeFolder(partial.path)
    try Data(bytes).write(to: URL(filePath: "\(partial.path)/\(strange[0])"))
    let (found, notices) = try read()
    #expect(found.count == 0)
    #expect(notices.count == 1)
    #expect(notices[0].contains("belongs to another plan"))
  }

  @Test func doesNotGoOnWithTheRecordsOfAnotherBuild() throws {
    let whole = try TinyRun()
    try whole.run(plan)
    let old = try #require(Build("0123456789abcdef0123"))
    let shard = try #require(Shard(1, of: 2))
    _ = try tiny.runner(build: old).run(plan, shard: shard, observe: { _ in })
    let log = try #require(try logs().first)
    let begun = Mutex<Continuation?>(nil)
    let ending = try tiny.runner().run(plan) { found in
      begun.withLock { $0 = found }
    } observe: { _ in
    }
    let found = try #require(begun.withLock { $0 })
    #expect(found.kept == 0)
    #expect(
      found.notices.map(\.message) == [
        "the records of shard 1/2 in '\(log)' are by another build of the program, 0123456789ab; "
          + "they are not used"
      ])
    #expect(try #require(TinyRun.outcome(of: ending)).computed == plan.unitCount)
    #expect(try tiny.lasting() == whole.lasting())
    #expect(!Files.exists("\(tiny.root)/.partial"))
  }

  @Test func namesTheShardsOfAnotherBuild() throws {
    let old = try #require(Build("0123456789abcdef0123"))
    let shard = try #require(Shard(1, of: 2))
    _ = try tiny.runner(build: old).run(plan, shard: shard, observe: { _ in })
    let missing = try #require(try Runner.missing(of: plan, in: tiny.store))
    #expect(missing.count == plan.unitCount)
    #expect(missing.foreign.map(\.shard) == [shard])
    #expect(missing.foreign.map(\.build) == [old])
    #expect(try Runner.missing(of: plan, in: tiny.store, for: old)?.foreign.isEmpty == true)
  }

  @Test func doesNotTakeBlocksOfAnotherBuildEvenWithoutTheHeadOfItsLog() throws {
    let old = try #require(Build("0123456789abcdef0123"))
    let shard = try #require(Shard(1, of: 2))
    _ = try tiny.runner(build: old).run(plan, shard: shard, observe: { _ in })
    let log = try #require(try logs().first)
    var bytes = try Files.read(log)
    bytes[0] ^= 1
    try Data(bytes).write(to: URL(filePath: log))
    let (found, notices) = try read()
    #expect(found.count == 0)
    #expect(notices.first?.contains("the head of the log") == true)
  }

  @Test(arguments: [
    ("[0.3, 0.5]", "[0.3, 0.6]"),
    (#"["linear", "rational-taper-kRd"]"#, #"["linear", "quadrature"]"#),
    (#""galaxies": 3"#, #""galaxies": 4"#),
  ])
  func belongsToAxesGalaxiesAndLaws(change: (old: String, new: String)) throws {
    let other = try TinyRun.plan(replacing: change.old, with: change.new)
    #expect(RecordLayout(other).meaning != RecordLayout(plan).meaning)
    #expect(RecordLayout(try TinyRun.plan()) == RecordLayout(plan))
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func isCompletedByShardsInAnyOrder(count: Int) throws {
    let whole = try TinyRun()
    try whole.run(plan)
    var generator = SeededGenerator(seed: UInt64(count))
    var computed = 0
    for index in (1...count).shuffled(using: &generator) {
      let shard = try #require(Shard(index, of: count))
      switch try tiny.runner().run(plan, shard: shard, observe: { _ in }) {
      case .published(let outcome): computed += outcome.computed
      case .part: Issue.record("no part was asked for")
      case .waiting(let outcome):
        computed += outcome.computed
        #expect(!outcome.missing.shards.contains(shard))
        #expect(outcome.missing.count == plan.unitCount - computed)
      }
    }
    #expect(computed == plan.unitCount)
    #expect(try tiny.lasting() == whole.lasting())
  }

  @Test func namesTheShardsThatAreMissing() throws {
    for index in [2, 4] {
      let shard = try #require(Shard(index, of: 6))
      _ = try tiny.runner().run(plan, shard: shard, observe: { _ in })
    }
    let missing = try #require(try Runner.missing(of: plan, in: tiny.store))
    #expect(missing.shards.map(\.description) == ["1/6", "3/6", "5/6", "6/6"])
    #expect(missing.summary == "shards 1/6, 3/6, 5/6, 6/6 (9 units)")
  }

  @Test func namesTheUnitsThatAreMissingOfSeveralDivisions() throws {
    for (index, count) in [(1, 2), (4, 4)] {
      let shard = try #require(Shard(index, of: count))
      _ = try tiny.runner().run(plan, shard: shard, observe: { _ in })
    }
    let missing = try #require(try Runner.missing(of: plan, in: tiny.store))
    #expect(missing.shards.isEmpty)
    let names = plan.sample.galaxies.map(\.name)
    #expect(
      missing.summary == "2 units: 'fits' 8 to 9 (upsilon_disk 0.5, \(names[1]) to "
        + "upsilon_disk 0.3, \(names[2]))")
  }
}
