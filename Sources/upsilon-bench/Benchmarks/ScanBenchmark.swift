import Plans
import Runs
import Tables

/// The six-variable scan of offsets over a 101 × 101 grid, a search between its cells and a
/// bootstrap of some of them, on all processors.
enum ScanBenchmark: Benchmark {
  /// A scan.
  ///
  /// - Parameters:
  ///   - disk: How far apart the ratios of the disk are.
  ///   - bulge: The ratios of the bulge.
  ///   - more: Further keys of the regression.
  ///   - steps: Further steps.
  ///   - tables: What is kept.
  /// - Returns: A spec with `DATASET` for the name of the dataset.
  private static func spec(
    disk: String = "0.01", bulge: String = #"{"from": 0.3, "through": 1.3, "step": 0.01}"#,
    more: String = "", steps: String = "", tables: String = #""scan""#
  ) -> String {
    """
    {"upsilon": 1, "name": "scan", "dataset": "DATASET", "limits": {"units": 2000000},
     "cuts": {"galaxies": ["points >= 5", "v_flat > 0", "luminosity > 0", "sb_eff > 0"]},
     "model": {"offset": {"gas_sign": "squared"}},
     "grid": {"upsilon_disk": {"from": 0.3, "through": 1.3, "step": \(disk)},
              "upsilon_bulge": \(bulge)},
     "analyses": [{"name": "scan", "regress": "offsets", "response": "offset",
       "terms": ["log_v", "log_l", "c_v", "f_gas", "log_v * c_v", "log_l * f_gas"]\(more)}\(steps)],
     "outputs": {"tables": [\(tables)]}}
    """
  }

  private static let search = """
    , {"name": "joint", "optimize": "scan", "maximize": "loo_r2",
       "over": {"upsilon_disk": [0.3, 1.3], "upsilon_bulge": [0.3, 1.3]}}
    """

  static func measurements() throws -> [Measurement] {
    let kept = try BenchmarkPlan(spec(tables: #""offsets""#))
    let scan = try BenchmarkPlan(spec())
    let search = try BenchmarkPlan(
      spec(disk: "0.5", bulge: "[0.7]", steps: search, tables: #""joint""#))
    let draws = try BenchmarkPlan(
      spec(disk: "0.25", bulge: "[0.7]", more: #", "bootstrap": {"samples": 1000, "seed": 1}"#))
    let (name, jobs) = ("scan/\(scan.dataset)", "\(BenchmarkPlan.jobs) jobs")
    return [
      Measurement(name: "\(name)/offsets, by the cell, \(jobs)", count: kept.plan.cells.count) {
        kept.records().reduce(0) { $0 + Double($1.count { $0.isFinite }) }
      },
      measurement(
        "\(name)/offsets and regressions, by the cell, \(jobs)", scan, scan.plan.cells.count),
      measurement("\(name)/search, \(jobs)", search, 1),
      measurement(
        "\(name)/bootstrap, by the draw and cell, \(jobs)", draws, 1000 * draws.plan.cells.count),
    ]
  }

  /// Times all that is found of a plan.
  private static func measurement(
    _ name: String, _ subject: BenchmarkPlan, _ count: Int
  ) -> Measurement {
    Measurement(name: name, count: count) {
      let tables = subject.results().tables
      return Double(tables.all.reduce(0) { $0 + $1.rowCount })
    }
  }
}
