import Specs
import Support
import Tables

extension Plan {
  /// Checks what a spec says of posteriors, and refuses them: they are not computed yet.
  static func checkPosterior(
    of spec: ExperimentSpec, _ catalogue: TableSchema, _ schemas: inout SchemaSet,
    _ report: InputReport
  ) {
    guard let posterior = spec.posterior else { return }
    DerivedFormulas.check(spec, catalogue, report)
    for table in PosteriorTable.allCases { schemas.addUnsure(table.rawValue) }
    report.error(
      "this program does not sample posteriors yet", at: posterior.place,
      help: "remove the block: a fit is the maximum of the posterior, with the curvature there")
  }
}
