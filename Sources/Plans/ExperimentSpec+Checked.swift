package import Specs
package import Support

extension ExperimentSpec {
  /// Reads a spec, with everything checked that can be without its data if there is a mistake.
  ///
  /// Otherwise the tables are checked with the data, which know the names of galaxies as well.
  ///
  /// - Parameters:
  ///   - node: The merged JSON value.
  ///   - report: Receives the mistakes.
  /// - Returns: The spec, sound if the report has no error; `nil` where a mistake leaves nothing to
  ///   go on with.
  package static func checked(_ node: JSONNode, _ report: InputReport) -> ExperimentSpec? {
    let spec = ExperimentSpec(node, report)
    if let spec, report.hasErrors { Plan.schemas(of: spec, nil, report) }
    return spec
  }
}
