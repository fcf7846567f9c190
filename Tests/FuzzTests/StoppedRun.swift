import Foundation
import Plans
import Runs
import Shelf
import Specs
import Steps
import Support
import Synchronization
import TestKit

/// A run that was stopped, with the log of its records.
struct StoppedRun: Sendable {
  private let directory: TemporaryDirectory
  private let plan: Plan
  private let partial: PartialRun
  private let path: String
  private let expected: UnitRecords
  private let values: [[Double]]
  /// The log.
  let whole: [UInt8]

  private static let spec = """
    {
      "upsilon": 1, "name": "tiny", "dataset": { "mock": { "seed": 5, "galaxies": 3 } },
      "model": { "fit": ["linear", "rational-taper-kRd"], "offset": {} },
      "grid": { "upsilon_disk": [0.3, 0.5] }
    }
    """

  init() throws {
    directory = try TemporaryDirectory()
    let file = try directory.write(Self.spec, to: "tiny.json").path
    let report = InputReport()
    let shelf = try DataShelf(folder: "\(directory.path)/data", report)
    guard let spec = try SpecLoader.load(file, report),
      let dataset = try shelf.dataset(
        spec.dataset, relativeTo: directory.path, at: spec.datasetPlace, report)
    else { throw InputRejected(report.diagnostics) }
    plan = try Plan(spec, dataset, report) { $0.squaredSpeeds() }
    let store = RunStore("\(directory.path)/runs")
    let cancellation = Cancellation()
    let runner = Runner(store: store, jobs: 1, cancellation: cancellation)
    let pieces = Atomic(0)
    do {
      _ = try runner.run(plan) { _ in
        if pieces.add(1, ordering: .relaxed).newValue == 6 { cancellation.request() }
      }
      throw CocoaError(.userCancelled)
    } catch is Interrupted {}
    partial = PartialRun(of: plan, in: store)
    let name = try Files.names(in: partial.path).first { $0.hasSuffix(".records") }
    path = "\(partial.path)/\(name ?? "")"
    whole = try Files.read(path)
    expected = try Self.records(of: plan, in: partial)
    values = try Self.values(of: expected)
  }

  private static func records(of plan: Plan, in partial: PartialRun) throws -> UnitRecords {
    var records = UnitRecords(RecordLayout(plan))
    var reading = RecordReading(partial, of: plan, records.layout)
    try reading.update(&records)
    return records
  }

  private static func values(of records: UnitRecords) throws -> [[Double]] {
    try records.layout.shapes.enumerated().map { computation, shape in
      try records.slice(0..<shape.unitCount, of: computation).values
    }
  }

  /// What is wrong with what is read of a damaged log.
  func objection(_ bytes: [UInt8]) throws -> String? {
    try Data(bytes).write(to: URL(filePath: path))
    let records = try Self.records(of: plan, in: partial)
    if expected.count == 0 { return "nothing was there" }
    if records.count > expected.count { return "more units than there were" }
    for (found, expected) in zip(try Self.values(of: records), values) {
      for (found, expected) in zip(found, expected)
      where found.bitPattern != expected.bitPattern && !found.isNaN {
        return "another number than was there"
      }
    }
    return nil
  }
}
