import Foundation
import Models
import Plans
import Records
import Runs
import Steps
import Support
import Tables
import TestKit
import Testing

/// Records come back from files that anybody may write: what no unit gives is damaged, however
/// right its checksum.
@Suite("Impossible records", .limited)
struct ImpossibleRecordTests {
  private let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  private func log(of plan: Plan) throws -> String {
    _ = try tiny.interrupt(plan)
    let folder = PartialRun(of: plan, in: tiny.store).path
    let name = try #require(try Files.names(in: folder).first { $0.hasSuffix(".records") })
    return "\(folder)/\(name)"
  }

  /// What no field of a record can be, whichever it is, beside numbers.
  private static let impossible = [-1, 0.5, 1e300, .infinity, -.infinity, 1e9 + 0.5]

  /// The fields of a plan that hold codes and counts, and the plan.
  private func check(_ plan: Plan, _ fields: [String], _ values: [Double]) throws {
    let whole = try TinyRun()
    try whole.run(plan)
    let computation = plan.computations[0]
    let path = try log(of: plan)
    let honest = try Files.read(path)
    for field in fields {
      let place = try #require(computation.recordFields.firstIndex(of: field))
      for value in values {
        try Data(honest).write(to: URL(filePath: path))
        var forged = try ForgedLog(at: path)
        forged.changeRecord(width: computation.recordWidth) { $0[place] = value }
        try forged.write()
        var records = UnitRecords(RecordLayout(plan))
        var reading = RecordReading(
          PartialRun(of: plan, in: tiny.store), of: plan, records.layout)
        try reading.update(&records)
        #expect(records.count == 0, "\(field) \(value)")
        #expect(
          reading.notices.map(\.message) == [
            "the log '\(path)' is damaged in one place; the units there are computed again"
          ], "\(field) \(value)")
      }
    }
    try tiny.run(plan)
    #expect(try tiny.lasting() == whole.lasting())
  }

  @Test func ofFitsAreDamaged() throws {
    let plan = try TinyRun.plan()
    try check(plan, ["status", "reason"], Self.impossible)
  }

  @Test func ofFitsHaveAStatusThatFitsTheirReason() throws {
    try check(TinyRun.plan(), ["status"], [.nan, FitStatus.refused.tableCode, 17])
  }

  /// Bits of quantities that the model has not, of both sides of one, and more than there are.
  @Test func ofFitsLieOnBoundsThatThereAre() throws {
    try check(TinyRun.plan(), ["bounds"], [3, 4, 12, 0.5, -1, 1e300, 9e15])
  }

  @Test(arguments: ["degreesOfFreedom", "points", "clampedPoints", "replacedErrors"])
  func ofFitsCountInWholeNumbers(field: String) throws {
    try check(TinyRun.plan(), [field], [0.5, 1e300, .infinity])
  }

  @Test(arguments: [("reason", impossible), ("pointsUsed", [0.5, 1e300, .infinity])])
  func ofOffsetsAreDamaged(field: String, values: [Double]) throws {
    let plan = try TinyRun.plan(
      """
      { "upsilon": 1, "name": "tiny", "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
        "model": { "offset": {} }, "grid": { "upsilon_disk": [0.3, 0.5] } }
      """)
    try check(plan, [field], values)
  }

  /// Every record that a unit gives is possible, of fits that are refused too.
  @Test func areNoneThatUnitsGive() throws {
    let specs = [
      TinyRun.spec,
      TinyRun.spec.replacing(
        "\"grid\"", with: "\"bounds\": {\"rational-taper-kRd\": {\"k\": [0.1, 0.2]}}, \"grid\""),
      TinyRun.spec.replacing("\"points >= 5\"", with: "\"points >= 1\""),
    ]
    for text in specs {
      let plan = try TinyRun.plan(text)
      for (computation, records) in zip(plan.computations, Scheduler.records(of: plan, jobs: 2)) {
        let width = computation.recordWidth
        for unit in 0..<computation.unitCount {
          #expect(
            computation.isPossible(records[(unit * width)..<((unit + 1) * width)], of: unit))
        }
      }
    }
  }

  /// The head of a log tells sizes; `clean` shows how far a run is and must be able to remove it.
  @Test(arguments: [[62, 2], [2, 62], [62, 62], [40, 20], [40, 0], [63, 0]])
  func ofNoSizeCanBeRemoved(powers: [UInt64]) throws {
    let (units, width) = (UInt64(1) << powers[0], UInt64(1) << powers[1])
    let plan = try TinyRun.plan()
    let path = try log(of: plan)
    var forged = try ForgedLog(at: path)
    forged.changeShape(unitCount: units, width: width)
    try forged.write()
    let specs = "\(tiny.directory.path)/specs"
    let cleaning = try Cleaning(tiny.store, sparing: PinnedRuns(store: tiny.store, specs: specs))
    let removable = try #require(cleaning.removables.first)
    #expect(cleaning.removables.map(\.kind) == [.partial])
    try tiny.run(plan)
    try cleaning.remove(removable)
    #expect(!Files.exists("\(tiny.root)/.partial"))
  }

  @Test func areCountedOnceByClean() throws {
    let plan = try TinyRun.plan()
    for _ in 0..<2 { _ = try tiny.interrupt(plan) }
    let folder = PartialRun(of: plan, in: tiny.store).path
    let logs = try Files.names(in: folder).filter { $0.hasSuffix(".records") }
    try FileManager.default.copyItem(
      atPath: "\(folder)/\(logs[0])", toPath: "\(folder)/0123456789abcdef.records")
    let specs = "\(tiny.directory.path)/specs"
    let cleaning = try Cleaning(tiny.store, sparing: PinnedRuns(store: tiny.store, specs: specs))
    #expect(cleaning.removables.map(\.remark) == ["2 of 12 units"])
  }
}
