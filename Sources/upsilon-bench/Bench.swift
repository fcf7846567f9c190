import Machine
import Support

/// Times the inner loops and whole sweeps, and prints a JSON line for each.
///
///     swift run -c release upsilon-bench [NAME...] [--against FILE]
///     swift run -c release upsilon-bench --curves FILE
///
/// With words, only the benchmarks whose names contain one of them. Times are of one core unless
/// the name says otherwise. Each line has its ratio to the ``ReferenceKernel``, measured beside it;
/// with `--against` a file of such lines, kept from an earlier call, also what the
/// ratio was and how it changed. `--curves` writes the curves that other programs are measured on.
@main
enum Bench {
  static let benchmarks: [any Benchmark.Type] = [
    ElementaryBenchmark.self,
    LawBenchmark.self,
    FitBenchmark.self,
    BlockBenchmark.self,
    FreeGalaxyBenchmark.self,
    PosteriorBenchmark.self,
    SweepBenchmark.self,
    RegressionBenchmark.self,
    ScanBenchmark.self,
    TextBenchmark.self,
  ]

  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    if let file = take("--curves", from: &words) {
      return try CurveFile.write(BenchmarkSample.galaxies(), to: file)
    }
    let baseline = try take("--against", from: &words).map { try Baseline(file: $0) } ?? Baseline()
    for benchmark in benchmarks {
      for measurement in try benchmark.measurements() {
        let isWanted = words.isEmpty || words.contains { measurement.name.contains($0) }
        guard isWanted else { continue }
        print(baseline.compared(measurement.run()).canonicalText)
      }
    }
  }

  /// Takes an option and the word after it from the words of a call.
  private static func take(_ option: String, from words: inout [String]) -> String? {
    guard let place = words.firstIndex(of: option) else { return nil }
    guard place + 1 < words.count else {
      preconditionFailure("\(option) needs the name of a file")
    }
    let value = words[place + 1]
    words.removeSubrange(place...(place + 1))
    return value
  }
}
