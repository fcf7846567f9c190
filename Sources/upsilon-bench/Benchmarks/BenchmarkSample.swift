import Galaxies
import Plans

/// The galaxies of the benchmarks: SPARC where `UPSILON_DATA` has it, the generated sample
/// otherwise.
enum BenchmarkSample {
  static func galaxies() throws -> [Galaxy] {
    let spec =
      #"{"upsilon": 1, "name": "curves", "dataset": "DATASET", "model": {"fit": ["linear"]}}"#
    return try BenchmarkPlan(spec).plan.sample.galaxies
  }
}
