import Records
import Runs
import Support

/// What varies among the runs of one name.
struct RunDifferences {
  /// One thing that varies: `bounds.linear.omega` and its value.
  struct Difference: Hashable {
    let name: String
    let value: String
  }

  /// How many runs of a name there are, and how many of them have a thing in common.
  private struct Group {
    var count = 0
    var having: [SpecRecord.Setting: Int] = [:]
  }

  private let groups: [String: Group]

  /// - Parameter runs: All runs.
  init(among runs: [RunEntry]) {
    let names = Dictionary(grouping: runs, by: \.experiment).filter { $0.value.count > 1 }
    groups = names.mapValues { runs in
      var group = Group(count: runs.count)
      for run in runs {
        for thing in Self.things(of: run) { group.having[thing, default: 0] += 1 }
      }
      return group
    }
  }

  /// What a run has that not all runs of its name have, in the order of its spec.
  func differences(of run: RunEntry) -> [Difference] {
    guard let group = groups[run.experiment] else { return [] }
    return Self.things(of: run).filter { group.having[$0] != group.count }.map { thing in
      Difference(name: Self.name(thing.pointer), value: Self.text(thing))
    }
  }

  /// The settings of a run, and its data and engine as if they were some.
  private static func things(of run: RunEntry) -> [SpecRecord.Setting] {
    guard let facts = run.facts else { return [] }
    let engine = SpecRecord.Setting(pointer: "/engine", value: "\(facts.engine)")
    return facts.settings + facts.inputs + [engine]
  }

  /// A pointer as `--set` has it.
  private static func name(_ pointer: String) -> String {
    String(pointer.dropFirst()).replacing("/", with: ".")
  }

  /// The value of a setting; a range as `0…100`, a hash by its first digits.
  private static func text(_ thing: SpecRecord.Setting) -> String {
    if thing.pointer.hasPrefix("/data/") { return String(thing.value.prefix(12)) }
    let value = JSONParser.value(of: Array(thing.value.utf8))
    if let word = value?.string { return word }
    let isRange = thing.pointer.hasPrefix("/bounds/")
    guard isRange, let ends = value?.array, ends.count == 2 else { return thing.value }
    return ends.map { $0.string ?? $0.canonicalText }.joined(separator: "…")
  }
}
