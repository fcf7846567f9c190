import Machine
import Plans
import Runs
import Shelf
import Specs
import Support

/// A spec worked out for a benchmark: over SPARC where `UPSILON_DATA` has it, over the generated
/// sample otherwise.
struct BenchmarkPlan {
  let plan: Plan
  /// The name of the dataset.
  let dataset: String

  /// Works a spec out.
  ///
  /// - Parameter text: The spec, with `DATASET` for the name of the dataset.
  /// - Throws: What is wrong with the spec or the data.
  init(_ text: String) throws {
    let report = InputReport()
    let folder = Host.environment["UPSILON_DATA"] ?? "data"
    let shelf = try DataShelf(folder: folder, report)
    dataset = shelf.isAtHand(.registered("sparc")) ? "sparc" : "mock"
    let source = SourceText(
      name: "benchmark.json", text: text.replacing("DATASET", with: dataset))
    guard let node = JSONParser.parse(source, report),
      let spec = ExperimentSpec.checked(node, report),
      let galaxies = try shelf.dataset(
        spec.dataset, relativeTo: ".", at: spec.datasetPlace, report)
    else { throw InputRejected(report.diagnostics) }
    plan = try Plan(spec, galaxies, report)
  }

  /// The records of all units, on all processors.
  func records() -> [[Double]] {
    Scheduler.records(of: plan, jobs: Self.jobs)
  }

  /// What is found, on all processors.
  func results() -> RunResults {
    plan.results(from: records(), by: ThreadWorkers(jobs: Self.jobs))
  }

  static let jobs = Host.processors
}
