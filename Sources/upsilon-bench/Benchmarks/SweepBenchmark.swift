import Exports
import Plans
import Tables

/// A sweep of all models over an 11 × 11 grid on all processors, by the unit.
enum SweepBenchmark: Benchmark {
  private static let spec = """
    {"upsilon": 1, "name": "sweep", "dataset": "DATASET",
     "model": {"fit": ["linear", "quadrature", "rational-taper", "tanh-taper",
                       "rational-taper-kRd"]},
     "grid": {"upsilon_disk": {"from": 0.3, "through": 0.8, "step": 0.05},
              "upsilon_bulge": {"from": 0.3, "through": 0.8, "step": 0.05}}}
    """

  static func measurements() throws -> [Measurement] {
    let sweep = try BenchmarkPlan(spec)
    let name = "sweep/\(sweep.dataset)"
    return [
      Measurement(name: "\(name)/fits, \(BenchmarkPlan.jobs) jobs", count: sweep.plan.unitCount) {
        sweep.records().reduce(0) { $0 + Double($1.count { $0.isFinite }) }
      },
      Measurement(
        name: "\(name)/fits and tables, \(BenchmarkPlan.jobs) jobs", count: sweep.plan.unitCount
      ) {
        let tables = sweep.plan.results(from: sweep.records()).tables
        return tables.all.reduce(0) { $0 + Double(ECSVWriter.bytes(of: $1).count) }
      },
    ]
  }
}
