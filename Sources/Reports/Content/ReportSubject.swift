package import Plans
package import Records
package import Support
package import Tables

/// A run as a report tells of it: nothing of it changes when the run is repeated.
package struct ReportSubject: Sendable {
  /// The name of the experiment.
  package let name: String
  package let manifest: Manifest
  /// Its spec with every default written out.
  package let spec: JSONValue
  package let origin: ViewOrigin
  /// What the registry says of the dataset; `nil` for the user's own files.
  package let dataset: DatasetEntry?
  /// What the tables hold, as far as they could be read.
  package let tables: TableSet
  package let expectations: [ExpectationOutcome]
  /// The sentence that the spec gives as its answer, with its numbers filled in.
  package let answer: String?
  package let figures: [ReportFigure]
  /// The tables that only feed the drawing of curves, where the run does not keep them.
  package let curves: Table?
  /// What moved since the pin; `nil` where there is none.
  package let moves: ReportMoves?
  /// What could not be shown, and why; sentences.
  package let omissions: [String]

  package init(
    name: String, manifest: Manifest, spec: JSONValue, origin: ViewOrigin, dataset: DatasetEntry?,
    tables: TableSet, expectations: [ExpectationOutcome], answer: String?,
    figures: [ReportFigure], curves: Table?, moves: ReportMoves?, omissions: [String]
  ) {
    (self.name, self.manifest, self.spec, self.origin) = (name, manifest, spec, origin)
    (self.dataset, self.tables, self.expectations) = (dataset, tables, expectations)
    (self.answer, self.figures, self.curves) = (answer, figures, curves)
    (self.moves, self.omissions) = (moves, omissions)
  }

  /// The name of the folder of the run.
  var folder: String { "\(name)-\(manifest.identity.short)" }

  var question: String { (spec["question"]?.string).asList.joined() }
  var source: String { (spec["source"]?.string).asList.joined() }

  /// `SPARC, 135 galaxies, 3,014 points`, or less where there are no curves.
  var sample: String {
    let sample = manifest.sample
    return [
      manifest.dataset.name, sample.galaxies.count.counted("galaxy", "galaxies"),
      sample.points.counted("point", "points"),
    ].joined(separator: ", ")
  }

  /// The laws that were fitted.
  var laws: [String] {
    (spec["model"]?["fit"]).asList.flatMap(\.elements).compactMap(\.string)
  }

  /// The names of the steps, in their order.
  var steps: [String] {
    spec["analyses"].asList.flatMap(\.elements).compactMap { $0["name"]?.string }
  }
}
