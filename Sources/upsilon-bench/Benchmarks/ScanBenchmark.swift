import Plans
import Tables

/// The six-variable scan of offsets over a 101 × 101 grid on all processors, by the cell.
enum ScanBenchmark: Benchmark {
  private static let spec = """
    {"upsilon": 1, "name": "scan", "dataset": "DATASET", "limits": {"units": 2000000},
     "cuts": {"galaxies": ["points >= 5", "v_flat > 0", "luminosity > 0", "sb_eff > 0"]},
     "model": {"offset": {"gas_sign": "squared"}},
     "grid": {"upsilon_disk": {"from": 0.3, "through": 1.3, "step": 0.01},
              "upsilon_bulge": {"from": 0.3, "through": 1.3, "step": 0.01}},
     "analyses": [{"name": "scan", "regress": "offsets", "response": "offset",
       "terms": ["log_v", "log_l", "c_v", "f_gas", "log_v * c_v", "log_l * f_gas"]}],
     "outputs": {"tables": ["scan"]}}
    """

  static func measurements() throws -> [Measurement] {
    let scan = try BenchmarkPlan(spec)
    let name = "scan/\(scan.dataset)"
    return [
      Measurement(name: "\(name)/offsets, \(BenchmarkPlan.jobs) jobs", count: scan.plan.cells.count)
      {
        scan.records().reduce(0) { $0 + Double($1.count { $0.isFinite }) }
      },
      Measurement(
        name: "\(name)/offsets and regressions, \(BenchmarkPlan.jobs) jobs",
        count: scan.plan.cells.count
      ) {
        let tables = scan.plan.results(from: scan.records()).tables
        return Double(tables.all.reduce(0) { $0 + $1.rowCount })
      },
    ]
  }
}
