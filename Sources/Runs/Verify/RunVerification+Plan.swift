package import Plans
import Records
import Specs
import Support

extension RunVerification {
  /// The run's spec worked out against the data at hand, to compute it anew.
  ///
  /// - Parameters:
  ///   - source: The data.
  ///   - specFolder: Where the paths of own files start.
  /// - Throws: `InputRejected` if the spec or the data are not those of the run, ``FileError`` if a
  ///   file cannot be read.
  /// - Returns: The run and its plan; the engine may be another.
  package func plan(
    data source: some DatasetSource, relativeTo specFolder: String
  ) throws -> (run: StoredRun, plan: Plan) {
    guard let run = folder.run, let spec else {
      throw InputRejected(
        "run '\(folder.name)' cannot be computed anew", help: "its manifest and its spec are needed"
      )
    }
    let report = InputReport()
    let dataset = try source.dataset(
      spec.dataset, relativeTo: folder.origin(of: spec.dataset, from: specFolder),
      at: spec.datasetPlace, report)
    if report.hasErrors, case .files(let own) = spec.dataset,
      Files.isMissing(Files.path(own.path, from: specFolder))
    {
      throw InputRejected(
        "the data '\(own.path)' of run '\(run.name)' are not in '\(specFolder)'",
        at: spec.datasetPlace,
        help: """
          the path starts at the folder of the spec, which --from names: \
          \(command: "verify", run.name, "--recompute", "--from", "DIR")
          """)
    }
    try report.check()
    guard let dataset else {
      throw InputRejected("the data of run '\(run.name)' cannot be used", at: spec.datasetPlace)
    }
    let plan = try Plan(
      spec.ordering(axes: run.manifest.spec.axes.map(\.name)), dataset, report)
    guard plan.identity.components["inputs"] == run.manifest.components["inputs"] else {
      throw InputRejected(
        "the data at hand are not those of run '\(run.name)'", at: spec.datasetPlace,
        help: "\(command: "why", run.name) names its data by hash")
    }
    let scientific = ExperimentSpec.scientific(
      ofResolved: plan.spec.resolved, by: run.manifest.rule)
    guard scientific.canonicalBytes == run.manifest.spec.json.canonicalBytes else {
      throw InputRejected(
        "this program reads another experiment out of the spec of run '\(run.name)'",
        help: "the run was made by another version of the program")
    }
    return (run, plan)
  }
}
