import Console
import Runs
import Support

/// What came of computing a run anew.
enum RecomputationText {
  /// What was compared, and how it compares: `5,294 of 105,875 units, seed 7: same to the bit`.
  ///
  /// - Parameters:
  ///   - found: What came of it.
  ///   - engines: The engines of the run and of this program, where they differ.
  /// - Returns: The sentence.
  static func sentence(_ found: Recomputation, _ engines: (run: Int, program: Int)?) -> String {
    let rows = found.tables.reduce(0) { $0 + $1.rows }
    let extent: String =
      switch found.share {
      case .all:
        found.unitCount.counted("unit", "units") + ", "
          + found.tables.count.counted("table", "tables") + ", " + rows.counted("row", "rows")
      case .fraction(_, let seed):
        "\(found.units.grouped) of \(found.unitCount.grouped) units, seed \(seed)"
      }
    let program = engines.map { "(made by engine \($0.run), computed by \($0.program))" }
    let work = [extent, program].compactMap(\.self).joined(separator: " ")
    return "\(work): \(name(found.verdict))"
  }

  /// One line for each table that is not the same to the bit.
  static func moves(_ found: Recomputation) -> [String] {
    found.tables.filter { $0.verdict != .sameToTheBit }.map { table in
      if let objection = table.objection { return "\(table.table): \(objection)" }
      let head =
        "\(table.table): \(table.movedRows.grouped) of \(table.rows.grouped) rows "
        + (table.verdict == .different ? "differ" : "differ within 1e-9")
      guard let move = table.largest else { return head }
      let size =
        move.relative.isFinite ? ", by \(NumberFormat(digits: 2).text(move.relative)) of it" : ""
      return
        "\(head), most '\(move.column)' at \(move.row): \(spelled(move.stored)) → "
        + "\(spelled(move.computed))\(size)"
    }
  }

  /// One line for each value of the manifest that is not what comes out, and one for all that is
  /// told in other words.
  static func manifest(_ found: RecomputedManifest) -> [String] {
    let shown = found.differences.prefix(mostDifferences).map { difference in
      let place = [difference.pointer, difference.object.map { "(\($0))" }].compactMap(\.self)
        .joined(separator: " ")
      return "manifest: \(place) is \(value(difference.old)), and "
        + "\(value(difference.new)) comes out"
    }
    let rest = found.differences.count - shown.count
    let more = rest > 0 ? ["manifest: \(rest.grouped) more values are not what comes out"] : []
    guard !found.wordings.isEmpty else { return shown + more }
    let places = found.wordings.prefix(3).map(\.pointer) + (found.wordings.count > 3 ? ["…"] : [])
    return shown + more + ["manifest: in other words now: \(places.joined(separator: ", "))"]
  }

  /// How many values of a manifest are told one by one.
  private static let mostDifferences = 12

  private static func value(_ value: JSONValue?) -> String {
    value.map { $0.canonicalText.truncated(to: 40) } ?? "nothing"
  }

  private static func json(_ difference: JSONDifference) -> JSONValue {
    [
      "pointer": .string(difference.pointer), "stored": difference.old ?? .null,
      "computed": difference.new ?? .null,
    ]
  }

  private static func spelled(_ text: String) -> String {
    text.isEmpty ? "missing" : text
  }

  private static func name(_ verdict: RecomputedTable.Verdict) -> String {
    switch verdict {
    case .sameToTheBit: "same to the bit"
    case .sameWithinTolerance: "same within 1e-9"
    case .different: "different"
    }
  }

  static func json(_ found: Recomputation) -> JSONValue {
    let seed: JSONValue =
      if case .fraction(_, let seed) = found.share { .number(Double(seed)) } else { .null }
    return [
      "units": .number(Double(found.units)), "of": .number(Double(found.unitCount)),
      "seed": seed, "verdict": .string(name(found.verdict)),
      "manifest": [
        "differences": .array(found.manifest.differences.map(json)),
        "in_other_words": .array(found.manifest.wordings.map(json)),
      ],
      "tables": .array(
        found.tables.map { table in
          [
            "table": .string(table.table), "rows": .number(Double(table.rows)),
            "verdict": .string(name(table.verdict)),
            "moved_rows": .number(Double(table.movedRows)),
            "objection": table.objection.map { .string($0) } ?? .null,
            "largest": table.largest.map { move in
              [
                "column": .string(move.column), "row": .string(move.row),
                "stored": .string(move.stored), "computed": .string(move.computed),
                "relative": move.relative.isFinite ? .number(move.relative) : .null,
              ]
            } ?? .null,
          ]
        }),
    ]
  }
}
