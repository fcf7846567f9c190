import Console
import Runs
import Support

/// What a diff says to people, before it is laid out as text or as Markdown.
struct DiffPage {
  /// The two sides, old → new.
  let title: String
  /// The layers in a line or more each.
  private(set) var facts: [(name: String, lines: [String])] = []
  /// The tables that moved.
  private(set) var sections: [Section] = []
  /// What may be the cause, and how to look further.
  private(set) var ending: [(name: String, lines: [String])] = []

  /// How many settings are told one by one.
  private static let mostSettings = 12

  /// What is said of one table, or of all small ones together.
  struct Section {
    let title: String
    let summary: String
    var parts: [(caption: String, table: TextTable)] = []
  }

  /// Lays out a diff.
  ///
  /// - Parameters:
  ///   - diff: The diff.
  ///   - isDetailed: Whether every column of every table is told; otherwise where few tables moved.
  init(_ diff: RunDiff, isDetailed: Bool) {
    title = "\(diff.old.label) → \(diff.new.label)"
    facts.append(("spec", Self.spec(diff.spec)))
    facts.append(
      ("inputs", diff.inputs.map(Self.inputs) ?? ["not known: the data are not at hand"]))
    facts.append(
      ("sample", diff.sample.map(Self.sample) ?? ["not known: the data are not at hand"]))
    if let tables = diff.tables {
      facts.append(("results", Self.results(diff, tables)))
      sections = DiffSections(diff, tables, isDetailed: isDetailed).all
    } else {
      let missing = [diff.old, diff.new].filter { !$0.hasResults }.map { "'\($0.label)'" }
      facts.append(
        ("results", ["not compared: there is no run of \(missing.joined(separator: " and "))"]))
    }
    if let cause = Self.cause(diff) { ending.append(("cause", [cause])) }
  }

  private static func spec(_ spec: SpecDiff) -> [String] {
    let changes = spec.methods + spec.settings
    var lines = changes.prefix(mostSettings).map(change)
    if changes.count > mostSettings {
      lines.append("… \(changes.count - mostSettings) more settings")
    }
    if spec.isEmpty { lines.append("equal") }
    if !spec.cosmetic.isEmpty {
      let names = Set(spec.cosmetic.compactMap { $0.pointer.split(separator: "/").first }).sorted()
      lines.append("cosmetic: \(names.joined(separator: ", "))")
    }
    return lines
  }

  /// One setting: where it stands, and what it was and is.
  private static func change(_ difference: JSONDifference) -> String {
    let place = [difference.pointer, difference.object.map { "(\($0))" }].compactMap(\.self)
      .joined(separator: " ")
    if let old = difference.old?.array, let new = difference.new?.array, old.count != new.count {
      let parts =
        old.filter { !new.contains($0) }.map { "− \(short($0))" }
        + new.filter { !old.contains($0) }.map { "+ \(short($0))" }
      if parts.count <= 4, !parts.isEmpty { return "\(place)  \(parts.joined(separator: "  "))" }
    }
    func text(_ value: JSONValue?) -> String { value.map(short) ?? "nothing" }
    return "\(place)  \(text(difference.old)) → \(text(difference.new))"
  }

  private static func short(_ value: JSONValue) -> String {
    if let word = value.string { return word.truncated(to: 60) }
    if let list = value.array, list.count > 8, list.allSatisfy({ $0.number != nil }),
      let first = list.first, let last = list.last
    {
      return "\(list.count) values from \(short(first)) to \(short(last))"
    }
    return value.canonicalText.truncated(to: 60)
  }

  private static func inputs(_ inputs: InputsDiff) -> [String] {
    if inputs.isEmpty { return ["equal"] }
    let data = inputs.data.map { difference in
      func text(_ hash: JSONValue?) -> String {
        hash?.string.map { "\($0.prefix(12))" } ?? "nothing"
      }
      return "\(difference.pointer.dropFirst())  \(text(difference.old)) → \(text(difference.new))"
    }
    return data + [inputs.engine.map { "engine  " + change($0).dropFirst(9) }].compactMap(\.self)
  }

  private static func sample(_ sample: SampleDiff) -> [String] {
    if sample.isEmpty { return ["equal (\(sample.oldCount.counted("galaxy", "galaxies")))"] }
    let head =
      "\(sample.oldCount.grouped) → \(sample.newCount.counted("galaxy", "galaxies")): "
      + "\(sample.gained.count.grouped) gained, \(sample.lost.count.grouped) lost"
    return [head] + galaxies(sample.gained, "gained, before dropped by")
      + galaxies(sample.lost, "lost to")
  }

  /// Galaxies under the rule that dropped them on the other side.
  private static func galaxies(_ galaxies: [SampleDiff.Galaxy], _ verb: String) -> [String] {
    var rules: [String?] = []
    for galaxy in galaxies where !rules.contains(galaxy.rule) { rules.append(galaxy.rule) }
    return rules.map { rule in
      let names = galaxies.filter { $0.rule == rule }.map(\.name)
      let known = rule ?? "a rule that is not on record"
      let rest = names.count > 6 ? ", … (\(names.count.grouped) in all)" : ""
      return "\(verb) \(known): \(names.prefix(6).joined(separator: ", "))\(rest)"
    }
  }

  private static func results(_ diff: RunDiff, _ tables: [TableDiff]) -> [String] {
    let moved = tables.count { !$0.isEmpty }
    var lines = [
      moved == 0
        ? "equal (\(tables.count.counted("table", "tables")))"
        : "\(moved) of \(tables.count.counted("table", "tables")) moved"
    ]
    if !diff.tablesLost.isEmpty {
      lines.append("only in the first: \(diff.tablesLost.joined(separator: ", "))")
    }
    if !diff.tablesGained.isEmpty {
      lines.append("only in the second: \(diff.tablesGained.joined(separator: ", "))")
    }
    if !diff.tablesPassedOver.isEmpty {
      lines.append(
        "without the condition's columns: \(diff.tablesPassedOver.joined(separator: ", "))")
    }
    return lines
  }

  private static func cause(_ diff: RunDiff) -> String? {
    let cause = diff.cause
    guard !cause.kinds.isEmpty else { return nil }
    if cause.kinds == [.program] {
      return "the program itself: spec, data and engine are the same and the results are not"
    }
    let shown = cause.pointers.prefix(4)
    let pointers =
      shown.isEmpty
      ? "" : " (\(shown.joined(separator: ", "))\(cause.pointers.count > 4 ? ", …" : ""))"
    let kinds = cause.kinds.map(\.rawValue).joined(separator: ", ")
    return (cause.kinds.count > 1 ? "several: " : "") + kinds + pointers
  }
}
