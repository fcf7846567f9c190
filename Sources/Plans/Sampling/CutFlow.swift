import Tables

/// The record of what each rule found, dropped and left.
struct CutFlow {
  private static let kinds = ["points", "galaxies"]

  private let names: [String]
  private var rules: [String] = []
  private var kindOf: [Double] = []
  private var before: [Double] = []
  private var after: [Double] = []
  private var lost: [(galaxy: Int, rule: Int, because: String)] = []

  /// - Parameter names: All galaxies of the dataset.
  init(_ names: [String]) {
    self.names = names
  }

  mutating func addPoints(_ rule: String, before: Int, after: Int) {
    add(rule, kind: 0, before, after)
  }

  /// Applies one rule to galaxies, and records what it drops.
  ///
  /// - Parameters:
  ///   - rule: The rule as text.
  ///   - galaxies: The positions of the galaxies that are left.
  ///   - isKept: Whether the rule keeps a galaxy.
  ///   - because: What a dropped galaxy has instead.
  /// - Returns: The positions that stay.
  mutating func apply(
    _ rule: String, to galaxies: [Int], isKept: (Int) -> Bool, because: (Int) -> String
  ) -> [Int] {
    let kept = galaxies.filter(isKept)
    for galaxy in galaxies where !isKept(galaxy) {
      lost.append((galaxy, rules.count, because(galaxy)))
    }
    add(rule, kind: 1, galaxies.count, kept.count)
    return kept
  }

  private mutating func add(_ rule: String, kind: Int, _ before: Int, _ after: Int) {
    rules.append(rule)
    kindOf.append(Double(kind))
    self.before.append(Double(before))
    self.after.append(Double(after))
  }

  /// The schema of the rules; without them, as long as they have not been applied.
  static func flowSchema(rules: [String]? = nil) -> TableSchema {
    TableSchema(
      "cut_flow", axes: [], keys: ["step"],
      columns: [
        ColumnSchema("step", .integer, "order in which the rules apply"),
        ColumnSchema("rule", .word(rules), "what is kept"),
        ColumnSchema("kind", .word(kinds), "what the rule judges"),
        ColumnSchema("before", .integer, "how many there were"),
        ColumnSchema("dropped", .integer, "how many the rule dropped"),
        ColumnSchema("after", .integer, "how many are left"),
      ])
  }

  /// The schema of the dropped galaxies; without its words, as long as they are not known.
  static func droppedSchema(
    _ names: [String]?, rules: [String]? = nil, reasons: [String]? = nil
  ) -> TableSchema {
    TableSchema(
      "dropped", axes: [], keys: ["galaxy"],
      columns: [
        ColumnSchema("galaxy", .word(names), "name of the galaxy"),
        ColumnSchema("rule", .word(rules), "the rule that dropped it"),
        ColumnSchema("because", .word(reasons), "what the galaxy has instead"),
      ])
  }

  var flowTable: Table {
    let steps = rules.indices.map { Double($0 + 1) }
    let (words, codes) = Self.coded(rules)
    return Table(
      Self.flowSchema(rules: words),
      [steps, codes, kindOf, before, zip(before, after).map { $0 - $1 }, after])
  }

  var droppedTable: Table {
    let (ruleWords, ruleCodes) = Self.coded(lost.map { rules[$0.rule] })
    let (reasonWords, reasonCodes) = Self.coded(lost.map(\.because))
    return Table(
      Self.droppedSchema(names, rules: ruleWords, reasons: reasonWords),
      [lost.map { Double($0.galaxy) }, ruleCodes, reasonCodes])
  }

  /// Each word once, and the position of the word of every row.
  private static func coded(_ words: [String]) -> (vocabulary: [String], codes: [Double]) {
    var positions: [String: Int] = [:]
    var vocabulary: [String] = []
    let codes = words.map { word -> Double in
      if let known = positions[word] { return Double(known) }
      positions[word] = vocabulary.count
      vocabulary.append(word)
      return Double(vocabulary.count - 1)
    }
    return (vocabulary, codes)
  }
}
