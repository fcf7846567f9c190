/// A group of measurements; one file each, and one line in `Bench.benchmarks`.
protocol Benchmark: SendableMetatype {
  static func measurements() throws -> [Measurement]
}
