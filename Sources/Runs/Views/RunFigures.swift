package import Tables

/// The figures that a spec asks for, drawn from the record of its run.
package struct RunFigures: Sendable {
  package let all: [RunFigure]
  /// The curves, computed from the fits where the run does not keep them.
  package let curves: Table?
  /// What could not be drawn, and why.
  package let notes: [String]

  init(of recorded: RecordedRun, _ source: some DatasetSource) {
    (all, curves, notes) = ([], nil, [])
  }
}
