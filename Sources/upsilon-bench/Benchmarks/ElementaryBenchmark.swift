import Numerics

/// The elementary functions over an array of arguments.
enum ElementaryBenchmark: Benchmark {
  static func measurements() -> [Measurement] {
    let arguments = (0..<4096).map { 0.01 + Double($0) * 0.002 }
    func measure(_ name: String, _ function: @escaping (Double) -> Double) -> Measurement {
      Measurement(name: "elementary/\(name)", count: 100 * arguments.count) {
        var sum = 0.0
        for _ in 0..<100 {
          for argument in arguments { sum += function(argument) }
        }
        return sum
      }
    }
    return [
      measure("exp") { Elementary.exp($0) },
      measure("log") { Elementary.log($0) },
      measure("tanh") { Elementary.tanh($0) },
      measure("pow") { Elementary.pow($0, 1.7) },
    ]
  }
}
