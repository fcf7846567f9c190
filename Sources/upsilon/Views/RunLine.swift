import Console
import Machine
import Records
import Runs
import Steps
import Support

/// A run as `list` shows it: in one line.
struct RunLine {
  /// How many letters of what differs, and of the cuts, a line has room for.
  private static let room = 48

  let run: RunEntry
  private let facts: RunFacts
  private let differences: [RunDifferences.Difference]
  /// How long ago it was begun, s; negative where its clock was ahead.
  private let seconds: Double?
  private let isPinned: Bool

  /// The line of a run; `nil` if nothing is known of it.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - differences: What varies among runs of one name.
  ///   - pinned: What is pinned.
  ///   - now: The moment from which its age counts.
  init?(_ run: RunEntry, _ differences: RunDifferences, pinned: PinnedRuns, now: Moment) {
    guard let facts = run.facts else { return nil }
    (self.run, self.facts) = (run, facts)
    self.differences = differences.differences(of: run)
    seconds = facts.begun.map { $0.seconds(until: now) }
    isPinned = pinned.contains(facts.identity)
  }

  static let columns: [TextTable.Column] = [
    .text("name"), .text("hash"), .number("age"), .text(""), .text("differs"), .text("axes"),
    .number("galaxies"), .number("rows"), .text("method"), .text("cuts"),
  ]

  var cells: [String] {
    let differs = differences.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    return [
      facts.experiment, String(facts.identity.prefix(12)),
      seconds.map(AgeText.text) ?? NumberFormat.missing, isPinned ? "pinned" : "",
      differs.isEmpty ? NumberFormat.missing : differs.truncated(to: Self.room), axes,
      facts.galaxies.grouped, rows.grouped, method,
      cuts.isEmpty ? NumberFormat.missing : cuts.joined(separator: ", ").truncated(to: Self.room),
    ]
  }

  /// The first method and how many more there are.
  private var method: String {
    let all = methods
    guard let first = all.first else { return NumberFormat.missing }
    return all.count > 1 ? "\(first) +\(all.count - 1)" : first
  }

  private var methods: [String] {
    // A bare number says nothing without its family.
    let versions = facts.methods.map { method in
      method.version.contains("_") ? method.version : "\(method.family) \(method.version)"
    }
    // Runs of earlier engines measured offsets without naming how.
    let isUnnamed =
      facts.hasOffsets && !facts.methods.contains { $0.family == OffsetMethod.family }
    var seen: Set<String> = []
    return ((isUnnamed ? [OffsetMethod.family] : []) + versions)
      .filter { seen.insert($0).inserted }
  }

  /// The rules of the sample, of galaxies and then of points.
  private var cuts: [String] {
    facts.settings.filter { $0.pointer.hasPrefix("/cuts/") }.flatMap { cut -> [String] in
      guard let rules = JSONParser.value(of: Array(cut.value.utf8))?.array else { return [] }
      return rules.compactMap(\.string)
    }
  }

  private var axes: String {
    let all = openAxes.map { "\($0.name) \($0.count.grouped)" }
    return all.isEmpty ? NumberFormat.missing : all.joined(separator: ", ")
  }

  /// The axes that have more than one value.
  private var openAxes: [RunFacts.Count] {
    facts.axes.filter { $0.count > 1 }
  }

  private var rows: Int {
    facts.tables.reduce(0) { $0 + $1.count }
  }

  var json: JSONValue {
    [
      "name": .string(facts.experiment),
      "identity": .string(facts.identity),
      "path": .string(run.path),
      "complete": .bool(true),
      "started": facts.started.map { .string($0) } ?? .null,
      "age_seconds": seconds.map { $0 < 0 ? .null : .number($0.rounded()) } ?? .null,
      "pinned": .bool(isPinned),
      "differs": .object(differences.map { .init($0.name, .string($0.value)) }),
      "engine": .number(Double(facts.engine)),
      "methods": .object(facts.methods.map { .init($0.family, .string($0.version)) }),
      "axes": .object(openAxes.map { .init($0.name, .number(Double($0.count))) }),
      "galaxies": .number(Double(facts.galaxies)),
      "points": .number(Double(facts.points)),
      "cuts": .array(cuts.map { .string($0) }),
      "units": .number(Double(facts.units)),
      "rows": .number(Double(rows)),
      "tables": .object(facts.tables.map { .init($0.name, .number(Double($0.count))) }),
      "damage": .null,
    ]
  }

  /// A damaged run.
  static func json(_ folder: RunEntry) -> JSONValue {
    [
      "name": .null, "identity": .null, "path": .string(folder.path),
      "complete": .bool(false), "damage": .string(folder.damage),
    ]
  }
}
