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
}
