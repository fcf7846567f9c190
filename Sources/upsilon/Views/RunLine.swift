import Console
import Records
import Runs
import Steps
import Support
import Tables

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A run as `list` shows it: in one line.
struct RunLine {
  let run: StoredRun
  private let seconds: Double?
  private let isPinned: Bool

  /// - Parameters:
  ///   - run: The run.
  ///   - pinned: What is pinned.
  ///   - now: The moment from which its age counts.
  init(run: StoredRun, pinned: PinnedRuns, now: Date) {
    self.run = run
    seconds = run.journal?.moment.map { now.timeIntervalSince($0) }
    isPinned = pinned.contains(run.manifest.identity)
  }

  static let columns: [TextTable.Column] = [
    .text("name"), .text("hash"), .text("method"), .text("axes"), .number("rows"), .number("age"),
    .text(""),
  ]

  var cells: [String] {
    [
      run.experiment, run.manifest.identity.short, method, axes, rows.grouped,
      seconds.map(DurationText.ago) ?? NumberFormat.missing, isPinned ? "pinned" : "",
    ]
  }

  /// The first method and how many more there are.
  private var method: String {
    let all = methods
    guard let first = all.first else { return NumberFormat.missing }
    return all.count > 1 ? "\(first) +\(all.count - 1)" : first
  }

  private var methods: [String] {
    var seen: Set<String> = []
    let spec = run.manifest.spec
    // A bare number says nothing without its family.
    let versions = spec.methods.map { method in
      method.version.contains("_") ? method.version : "\(method.family) \(method.version)"
    }
    // Runs of earlier engines measured offsets without naming how.
    let isUnnamed = spec.hasOffsets && !spec.methods.contains { $0.family == OffsetMethod.family }
    return ((isUnnamed ? [OffsetMethod.family] : []) + versions)
      .filter { seen.insert($0).inserted }
  }

  private var axes: String {
    let all = openAxes.map { "\($0.name) \($0.count.grouped)" }
    return all.isEmpty ? NumberFormat.missing : all.joined(separator: ", ")
  }

  /// The axes that have more than one value.
  private var openAxes: [SpecRecord.Axis] {
    run.manifest.spec.axes.filter { $0.count > 1 }
  }

  private var rows: Int {
    run.manifest.tables.reduce(0) { $0 + $1.rows }
  }

  var json: JSONValue {
    [
      "name": .string(run.experiment),
      "identity": .string("\(run.manifest.identity)"),
      "path": .string(run.path),
      "started": run.journal.map { .string($0.started) } ?? .null,
      "age_seconds": seconds.map { .number($0.rounded()) } ?? .null,
      "pinned": .bool(isPinned),
      "methods": .object(run.manifest.spec.methods.map { .init($0.family, .string($0.version)) }),
      "axes": .object(openAxes.map { .init($0.name, .number(Double($0.count))) }),
      "units": .number(Double(run.manifest.units)),
      "rows": .number(Double(rows)),
      "tables": .object(
        run.manifest.tables.map { .init($0.name, .number(Double($0.rows))) }),
      "damage": .null,
    ]
  }

  /// A damaged run.
  static func json(_ folder: RunFolder) -> JSONValue {
    [
      "name": .null, "identity": .null, "path": .string(folder.path),
      "damage": .string(folder.damage),
    ]
  }
}
