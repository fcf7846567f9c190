import Steps
import Support

extension ExperimentSpec {
  /// The tables that the run keeps or that a step reads; `nil` for all.
  package var neededTables: Set<String>? {
    outputs.tables.map { wanted in
      Set(wanted.map(\.value)).union(analyses.flatMap { $0.mentionedTables + [$0.input.value] })
    }
  }
}
