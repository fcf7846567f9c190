import Dispatch
import Experiments
import Foundation
import Galaxies
import Reports
import Runs
import Support

/// A sweep of all models over an 11 × 11 grid on all processors, in units per nanosecond: SPARC where
/// `UPSILON_DATA` has it, the generated sample otherwise.
enum SweepBenchmark: Benchmark {
  private static let spec = """
    {"upsilon": 1, "name": "sweep", "dataset": "DATASET",
     "model": {"fit": ["linear", "quadrature", "rational-taper", "tanh-taper", "rational-taper-kRd"]},
     "grid": {"upsilon_disk": {"from": 0.3, "through": 0.8, "step": 0.05},
              "upsilon_bulge": {"from": 0.3, "through": 0.8, "step": 0.05}}}
    """

  static func measurements() throws -> [Measurement] {
    let report = InputReport()
    let folder = ProcessInfo.processInfo.environment["UPSILON_DATA"] ?? "data"
    let shelf = try DataShelf(folder: folder, report)
    let name = shelf.isAtHand(.registered("sparc")) ? "sparc" : "mock"
    let source = SourceText(
      name: "sweep.json", text: spec.replacing("DATASET", with: name))
    guard let node = JSONParser.parse(source, report), let spec = ExperimentSpec(node, report),
      let dataset = try shelf.dataset(
        spec.dataset, relativeTo: ".", at: spec.datasetPlace, report)
    else { throw InputRejected(report.diagnostics) }
    let plan = try Plan(spec, dataset, report)
    let jobs = ProcessInfo.processInfo.activeProcessorCount
    let units = plan.unitCount
    return [
      Measurement(name: "sweep/\(name)/fits, \(jobs) jobs", count: units) {
        records(plan, jobs)?.last?.last ?? 0
      },
      Measurement(name: "sweep/\(name)/fits and tables, \(jobs) jobs", count: units) {
        guard let records = records(plan, jobs) else { return 0 }
        let tables = plan.results(from: records).tables
        return tables.all.reduce(0) { $0 + Double(ECSVWriter.bytes(of: $1).count) }
      },
    ]
  }

  private static func records(_ plan: Plan, _ jobs: Int) -> [[Double]]? {
    try? Scheduler.records(of: plan, jobs: jobs, cancellation: Cancellation()) { _ in }
  }
}
