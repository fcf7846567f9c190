import Support

/// Times the inner loops and whole sweeps, and prints a JSON line for each.
///
///     swift run -c release upsilon-bench [NAME...]
///
/// With words, only the benchmarks whose names contain one of them. Times are of one core unless
/// the name says otherwise; compare them side by side in one session, as machines drift.
@main
enum Bench {
  static let benchmarks: [any Benchmark.Type] = [
    ElementaryBenchmark.self,
    LawBenchmark.self,
    FitBenchmark.self,
    SweepBenchmark.self,
    RegressionBenchmark.self,
    ScanBenchmark.self,
    TextBenchmark.self,
  ]

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    for benchmark in benchmarks {
      for measurement in try benchmark.measurements() {
        let isWanted = words.isEmpty || words.contains { measurement.name.contains($0) }
        guard isWanted else { continue }
        print(measurement.run().canonicalText)
      }
    }
  }
}
