import Support
import Tables

/// The record of what each rule found, dropped and left.
struct CutFlow {
  /// What a rule judges.
  private enum Kind: String, CaseIterable {
    case points
    case galaxies
  }

  private let names: [String]
  private var rules: [(text: String, kind: Kind, before: Int, after: Int)] = []
  private var lost: [(galaxy: Int, rule: String, because: String)] = []

  /// - Parameter names: All galaxies of the dataset.
  init(_ names: [String]) {
    self.names = names
  }

  mutating func addPoints(_ rule: String, before: Int, after: Int) {
    rules.append((rule, .points, before, after))
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
      lost.append((galaxy, rule, because(galaxy)))
    }
    rules.append((rule, .galaxies, galaxies.count, kept.count))
    return kept
  }

  /// The columns of `cut_flow`.
  private struct FlowTable {
    var draft = TableDraft(TableName.cutFlow)
    let step: Column<Int>
    let rule: Column<String>
    let kind: Column<Kind>
    let before: Column<Int>
    let dropped: Column<Int>
    let after: Column<Int>

    /// - Parameter rules: The rules; `nil` as long as they have not been applied.
    init(_ rules: [String]?) {
      step = draft.integer("step", as: .key, "order in which the rules apply")
      rule = draft.word("rule", among: rules, "what is kept")
      kind = draft.word("kind", of: Kind.self, "what the rule judges")
      before = draft.integer("before", "how many there were")
      dropped = draft.integer("dropped", "how many the rule dropped")
      after = draft.integer("after", "how many are left")
    }
  }

  /// The columns of `dropped`.
  private struct DroppedTable {
    var draft = TableDraft(TableName.dropped)
    let galaxy: Column<Int>
    let rule: Column<String>
    let because: Column<String>

    /// - Parameters:
    ///   - names: All galaxies of the dataset, once they are known.
    ///   - rules: The rules that dropped some, once they have been applied.
    ///   - reasons: What the galaxies have instead, then too.
    init(_ names: [String]?, rules: [String]?, reasons: [String]?) {
      galaxy = draft.galaxy(names)
      rule = draft.word("rule", among: rules, "the rule that dropped it")
      because = draft.word("because", among: reasons, "what the galaxy has instead")
    }
  }

  /// The schemas of both tables; without their words, as the rules have not been applied.
  ///
  /// - Parameter names: All galaxies of the dataset, once they are known.
  /// - Returns: Those of `cut_flow` and `dropped`.
  static func schemas(_ names: [String]?) -> [TableSchema] {
    [
      FlowTable(nil).draft.schema, DroppedTable(names, rules: nil, reasons: nil).draft.schema,
    ]
  }

  var flowTable: Table {
    let made = FlowTable(rules.map(\.text).distinct)
    var draft = made.draft
    for (index, rule) in rules.enumerated() {
      draft.row {
        $0[made.step] = index + 1
        $0[made.rule] = rule.text
        $0[made.kind] = rule.kind
        $0[made.before] = rule.before
        $0[made.dropped] = rule.before - rule.after
        $0[made.after] = rule.after
      }
    }
    return draft.table
  }

  var droppedTable: Table {
    let made = DroppedTable(
      names, rules: lost.map(\.rule).distinct, reasons: lost.map(\.because).distinct)
    var draft = made.draft
    for galaxy in lost {
      draft.row {
        $0[made.galaxy] = galaxy.galaxy
        $0[made.rule] = galaxy.rule
        $0[made.because] = galaxy.because
      }
    }
    return draft.table
  }
}
