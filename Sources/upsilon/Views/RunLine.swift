import Console
import Records
import Runs
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
  /// When it was made, as the journal says.
  let started: String
  private let seconds: Double?
  private let isPinned: Bool

  /// - Parameters:
  ///   - run: The run.
  ///   - pinned: What is pinned.
  ///   - now: The moment from which its age counts.
  init(run: StoredRun, pinned: PinnedRuns, now: Date) {
    self.run = run
    started = run.started
    seconds = Journal.moment(started).map { now.timeIntervalSince($0) }
    isPinned = pinned.contains(run.manifest.identity)
  }

  static let columns: [TextTable.Column] = [
    .text("name"), .text("hash"), .text("method"), .text("axes"), .number("rows"), .number("age"),
    .text(""),
  ]

  var cells: [String] {
    [
      run.manifest.name, String(run.manifest.identity.prefix(12)), method, axes, rows.grouped,
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
    let versions = run.manifest.methods.map(\.version).filter { seen.insert($0).inserted }
    return (run.manifest.hasOffsets ? ["offset"] : []) + versions
  }

  private var axes: String {
    let all = run.manifest.axes.map { "\($0.name) \($0.count.grouped)" }
    return all.isEmpty ? NumberFormat.missing : all.joined(separator: ", ")
  }

  private var rows: Int {
    run.manifest.tables.reduce(0) { $0 + $1.rows }
  }

  var json: JSONValue {
    [
      "name": .string(run.manifest.name),
      "identity": .string(run.manifest.identity),
      "path": .string(run.path),
      "started": .string(started),
      "age_seconds": seconds.map { .number($0.rounded()) } ?? .null,
      "pinned": .bool(isPinned),
      "methods": .object(run.manifest.methods.map { .init($0.family, .string($0.version)) }),
      "axes": .object(run.manifest.axes.map { .init($0.name, .number(Double($0.count))) }),
      "units": run.manifest.json["units"] ?? .null,
      "rows": .number(Double(rows)),
      "tables": .object(
        run.manifest.tables.map { .init($0.schema.name, .number(Double($0.rows))) }),
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
