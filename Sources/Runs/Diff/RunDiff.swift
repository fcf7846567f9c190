package import Support
import Tables

/// How two runs, manifests or specs differ, layer by layer: spec, inputs, sample, results.
///
/// Changes are signed, the new side less the old one.
package struct RunDiff: Sendable {
  package let old: DiffSide
  package let new: DiffSide
  package let spec: SpecDiff
  /// How data and engine differ; `nil` where a side does not tell.
  package let inputs: InputsDiff?
  /// How the samples differ; `nil` where a side does not tell.
  package let sample: SampleDiff?
  /// The tables that both sides have, in the order of the old one; `nil` if a side has no results.
  package let tables: [TableDiff]?
  /// The tables that only one side has.
  package let tablesLost: [String]
  package let tablesGained: [String]
  package let tolerance: DiffTolerance
  /// Whether only rows that meet a condition were compared.
  package let isConditional: Bool
  /// Tables that a condition on rows left out, as they lack its columns.
  package let tablesPassedOver: [String]

  /// What may have moved the results.
  package var cause: DiffCause { DiffCause(spec, inputs, isMoved: areResultsMoved) }

  /// Whether the results differ beyond the tolerance; `nil` if a side has none.
  package var areResultsMoved: Bool? {
    tables.map { tables in
      !tables.allSatisfy(\.isEmpty) || !tablesLost.isEmpty || !tablesGained.isEmpty
        || sample?.isEmpty == false
    }
  }

  /// Whether the sides are equal: their results within the tolerance or, where a side has none, all
  /// that determines them.
  package var isEmpty: Bool {
    areResultsMoved.map(!)
      ?? (spec.isEmpty && inputs?.isEmpty != false && sample?.isEmpty != false)
  }

  /// The tables that say what a run was made of, and hold no results.
  private static let records: Set<String> = [
    TableName.galaxies, TableName.truth, TableName.cutFlow, TableName.dropped, TableName.bounds,
  ]

  /// Refuses sides that have nothing in common.
  ///
  /// - Throws: `InputRejected` if they share no galaxy, or if both have results and no rows of them
  ///   can be joined.
  package func checkComparable() throws(InputRejected) {
    let sides = "'\(old.label)' and '\(new.label)'"
    if let sample, sample.sharedCount == 0, sample.oldCount > 0, sample.newCount > 0 {
      throw InputRejected(
        "\(sides) have no galaxy in common", help: "compare runs over one dataset")
    }
    guard let tables, !isConditional else { return }
    func results(_ names: [String]) -> Bool { !names.allSatisfy(Self.records.contains) }
    let names = tables.map(\.name)
    let needsResults = results(names + tablesLost) && results(names + tablesGained)
    let isJoined = tables.contains { table in
      table.isComparable && !(needsResults && Self.records.contains(table.name))
    }
    if !isJoined {
      let reasons = tables.filter { results([$0.name]) }.compactMap(\.obstacle)
      func list(_ names: [String]) -> String {
        names.isEmpty ? "nothing" : names.joined(separator: ", ")
      }
      throw InputRejected(
        "\(sides) have no results whose rows can be joined",
        help: reasons.isEmpty
          ? "both have \(list(names)); only the first has \(list(tablesLost)), only the second "
            + list(tablesGained)
          : reasons.joined(separator: "; "))
    }
  }
}
