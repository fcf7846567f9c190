import Foundation
import Plans
import Runs
import Steps
import Support
import TestKit
import Testing

@Suite("Parts", .limited)
struct PartTests {
  private let tiny: TinyRun
  private let plan: Plan

  init() throws {
    tiny = try TinyRun()
    plan = try TinyRun.plan()
  }

  private var folder: PartFolder { PartFolder("\(tiny.directory.path)/parts") }

  private func shard(_ index: Int, _ count: Int) throws -> Shard {
    try #require(Shard(index, of: count))
  }

  /// Writes a part and gives back its path.
  @discardableResult
  private func write(
    _ index: Int, of count: Int, _ plan: Plan? = nil, build: Build = .running,
    to folder: PartFolder? = nil
  ) throws -> String {
    try tiny.runner(build: build).write(
      shard(index, count), of: plan ?? self.plan, to: folder ?? self.folder
    ) { _ in }.path
  }

  /// What is found of a file, and the records that are taken from it.
  private func read(_ paths: String...) throws -> (findings: [PartFinding], records: UnitRecords) {
    var records = UnitRecords(RecordLayout(plan))
    var reading = PartReading(of: plan, records.layout)
    for path in paths { reading.read(path, &records) }
    return (reading.findings, records)
  }

  /// Whether records are missing or those of the plan.
  private func areRight(_ found: UnitRecords, _ right: [[Double]]) -> Bool {
    right.enumerated().allSatisfy { computation, right in
      let units = 0..<plan.computations[computation].unitCount
      guard let found = try? found.slice(units, of: computation).values else { return false }
      return zip(found, right).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN }
    }
  }

  private func files() throws -> [String] { try PartFolder.files([folder.path]) }

  private func given() throws -> GivenParts { GivenParts(try files(), of: [plan]) }

  private func merging() throws -> Runner {
    Runner(store: tiny.store, jobs: 2, cancellation: Cancellation(), parts: try given())
  }

  @Test(arguments: [1, 2, 3, 5, 20])
  func makeTheRunOfOneMachine(count: Int) throws {
    let whole = try TinyRun()
    try whole.run(plan)
    for index in (1...count).reversed() { try write(index, of: count) }
    // Nothing but the parts is left, and nothing is where runs are.
    #expect(try Files.names(in: folder.path).allSatisfy { $0.hasSuffix(".part") })
    #expect(!Files.exists(tiny.root))
    let parts = try files()
    #expect(parts.count == count)
    let before = try parts.map { try Files.read($0) }
    #expect(try Runner.missing(of: plan, in: tiny.store, parts: given()) == nil)
    let ending = try merging().run(plan) { _ in }
    #expect(try #require(TinyRun.outcome(of: ending)).computed == 0)
    #expect(try tiny.lasting() == whole.lasting())
    #expect(try parts.map { try Files.read($0) } == before)
    #expect(try files() == parts)
  }

  @Test func ofAnotherDealingMakeTheSameRun() throws {
    let whole = try TinyRun()
    try whole.run(plan)
    for (index, count) in [(1, 2), (2, 3), (3, 3)] { try write(index, of: count) }
    #expect(try Runner.missing(of: plan, in: tiny.store, parts: given()) == nil)
    let ending = try merging().run(plan) { _ in }
    #expect(try #require(TinyRun.outcome(of: ending)).computed == 0)
    #expect(try tiny.lasting() == whole.lasting())
  }

  /// Parts and the logs of the folder of runs go together.
  @Test func areUsedBesideKeptRecords() throws {
    try write(2, of: 2)
    _ = try tiny.runner().run(plan, shard: shard(1, 2), observe: { _ in })
    #expect(try Runner.missing(of: plan, in: tiny.store) != nil)
    #expect(try Runner.missing(of: plan, in: tiny.store, parts: given()) == nil)
  }

  @Test func areNamedByRunAndShard() throws {
    let path = try write(2, of: 3)
    #expect(path == "\(folder.path)/\(plan.runName).2-of-3.part")
    #expect(
      try read(path).findings == [
        PartFinding(
          path: path, shard: shard(2, 3), units: Dealing(plan).unitCount(of: shard(2, 3)),
          state: .whole)
      ])
  }

  // MARK: Damage

  @Test func thatAreCutShortAreToldAtAnyLength() throws {
    let right = Scheduler.records(of: plan, jobs: 2)
    let path = try write(1, of: 2)
    let bytes = try Files.read(path)
    for length in bytes.indices where length % 8 == 0 || length % 5 == 0 {
      try Data(bytes[..<length]).write(to: URL(filePath: path))
      let (findings, records) = try read(path)
      let word = findings.first?.state.word
      #expect(word == "cut_short" || word == "no_part", "\(length) bytes")
      #expect(findings.first?.notice != nil)
      #expect(areRight(records, right))
    }
  }

  @Test func thatAreDamagedAnywhereAreTold() throws {
    let right = Scheduler.records(of: plan, jobs: 2)
    let path = try write(1, of: 2)
    let bytes = try Files.read(path)
    for (position, byte) in bytes.enumerated() where position < 512 || position % 7 == 0 {
      var damaged = bytes
      damaged[position] = byte ^ (1 << UInt8(position % 8))
      try Data(damaged).write(to: URL(filePath: path))
      let (findings, records) = try read(path)
      #expect(findings.first?.state != .whole, "byte \(position)")
      #expect(findings.first?.notice != nil)
      #expect(areRight(records, right), "byte \(position)")
    }
  }

  /// Every block is right, but one is missing, there twice, or something stands behind the seal.
  @Test func thatLackBlocksAreTold() throws {
    let path = try write(1, of: 1)
    let bytes = try Files.read(path)
    let magic = Array("recordsU".utf8)
    let starts = stride(from: 0, to: bytes.count - 8, by: 8).filter { start in
      Array(bytes[start..<(start + 8)]) == magic
    }
    try #require(starts.count > 2)
    let (first, second) = (Array(bytes[..<starts[1]]), Array(bytes[starts[1]..<starts[2]]))
    let rest = Array(bytes[starts[2]...])
    let contents: [[UInt8]] = [
      first + rest, first + second + second + rest, bytes + bytes[..<8], bytes + [0],
    ]
    for content in contents {
      try Data(content).write(to: URL(filePath: path))
      #expect(try read(path).findings.first?.state == .damaged(places: 1))
    }
  }

  @Test func ofOtherPlansAndBuildsAreToldAndNotUsed() throws {
    let other = try TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.3, 0.6]")
    let old = try #require(Build("0123456789abcdef"))
    let paths = [
      try write(1, of: 2, other), try write(2, of: 2, build: old),
      try tiny.directory.write("no part", to: "notes.part").path,
      try tiny.directory.write("", to: "empty.part").path,
    ]
    for (path, word) in zip(paths, ["other_spec", "other_build", "no_part", "no_part"]) {
      let (findings, records) = try read(path)
      #expect(findings.map(\.state.word) == [word])
      #expect(findings.first?.notice?.message.contains("'\(path)'") == true)
      #expect(records.count == 0)
    }
    let missing = try #require(try Runner.missing(of: plan, in: tiny.store, parts: given()))
    #expect(missing.count == plan.unitCount)
    #expect(missing.parts.count == 2)
  }

  /// Of many there is one sentence, of those of another plan that is merged none.
  @Test func ofOtherPlansAreSummedUp() throws {
    let other = try TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.3, 0.6]")
    for index in 1...4 { try write(index, of: 4, other) }
    let missing = try #require(try Runner.missing(of: plan, in: tiny.store, parts: given()))
    #expect(missing.notices.count == 1)
    #expect(missing.notices.first?.message.hasPrefix("4 parts, '\(folder.path)/") == true)
    let both = GivenParts(try files(), of: [plan, other])
    let quiet = try #require(try Runner.missing(of: plan, in: tiny.store, parts: both))
    #expect(quiet.notices.isEmpty)
    #expect(quiet.parts.isEmpty)
  }

  @Test func thatAreThereTwiceAreTold() throws {
    let path = try write(1, of: 2)
    let again = "\(folder.path)/again.part"
    try FileManager.default.copyItem(atPath: path, toPath: again)
    let (findings, records) = try read(path, again)
    #expect(findings.map(\.state) == [.whole, .again(as: path)])
    #expect(records.count == findings[0].units)
  }

  @Test func thatAreNoFilesAreToldWithTheirReason() throws {
    let path = "\(folder.path)/folder.part"
    try Files.makeFolder(path)
    #expect(try read(path).findings.map(\.state.word) == ["unreadable"])
    #expect(throws: InputRejected.self) { try PartFolder.files(["\(folder.path)/none"]) }
  }

  // MARK: Computing

  @Test func thatWereStoppedLeaveNoPartAndGoOn() throws {
    let whole = try write(1, of: 1, to: PartFolder("\(tiny.directory.path)/whole"))
    let cancellation = Cancellation()
    let stop = try #require(throws: Interrupted.self) {
      try tiny.runner(jobs: 1, cancellation).write(shard(1, 1), of: plan, to: folder) { _ in
        cancellation.request()
      }
    }
    #expect((1..<plan.unitCount).contains(stop.kept))
    #expect(stop.total == plan.unitCount)
    #expect(try files().isEmpty)
    let part = try tiny.runner().write(shard(1, 1), of: plan, to: folder) { _ in }
    #expect(part.computed == plan.unitCount - stop.kept)
    #expect(try Files.read(part.path) == Files.read(whole))
    #expect(try Files.names(in: folder.path).count == 1)
  }

  @Test func areNotComputedAgain() throws {
    let path = try write(1, of: 2)
    let bytes = try Files.read(path)
    let again = try tiny.runner().write(shard(1, 2), of: plan, to: folder) { _ in }
    #expect(again.computed == 0)
    #expect(try again.units == Dealing(plan).unitCount(of: shard(1, 2)))
    #expect(try Files.read(path) == bytes)
  }

  /// What is whole of a damaged part is not computed again, and the part is mended.
  @Test func areMended() throws {
    let path = try write(1, of: 2)
    let bytes = try Files.read(path)
    try Data(bytes.dropLast(64)).write(to: URL(filePath: path))
    let again = try tiny.runner().write(shard(1, 2), of: plan, to: folder) { _ in }
    #expect((1..<7).contains(again.computed))
    #expect(try Files.read(path) == bytes)
  }

  @Test func byAnotherBuildAreReplaced() throws {
    let old = try #require(Build("0123456789abcdef"))
    let path = try write(1, of: 2, build: old)
    let again = try tiny.runner().write(shard(1, 2), of: plan, to: folder) { _ in }
    #expect(try again.computed == Dealing(plan).unitCount(of: shard(1, 2)))
    #expect(try read(path).findings.map(\.state) == [.whole])
  }

  @Test func areAskedForByTheirNumbers() throws {
    for index in [1, 2, 4] { try write(index, of: 6) }
    let missing = try #require(try Runner.missing(of: plan, in: tiny.store, parts: given()))
    #expect(missing.division == 6)
    #expect(missing.shards.map(\.index) == [3, 5, 6])
    let thirds = try #require(
      try Runner.missing(of: plan, in: tiny.store, parts: given(), dividedBy: 3))
    #expect(thirds.shards.map(\.description) == ["2/3", "3/3"])
    try write(1, of: 2)
    let mixed = try #require(try Runner.missing(of: plan, in: tiny.store, parts: given()))
    #expect(mixed.division == nil)
    #expect(mixed.shards.isEmpty)
  }
}
