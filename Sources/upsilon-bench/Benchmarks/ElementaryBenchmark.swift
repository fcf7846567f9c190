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
    let lanes = stride(from: 0, to: arguments.count, by: Lanes.count).map {
      Lanes(arguments[$0..<($0 + Lanes.count)])
    }
    func measureLanes(_ name: String, _ function: @escaping (Lanes) -> Lanes) -> Measurement {
      Measurement(name: "elementary/\(name) on lanes", count: 100 * arguments.count) {
        var sum = Lanes(0)
        for _ in 0..<100 {
          for argument in lanes { sum += function(argument) }
        }
        return sum.total
      }
    }
    return [
      measureLanes("exp") { Elementary.exp($0) },
      measureLanes("log") { Elementary.log($0) },
      measureLanes("log1p") { Elementary.log1p($0) },
      measureLanes("tanh") { Elementary.tanh($0) },
      measureLanes("atan") { Elementary.atan($0) },
      measureLanes("pow") { Elementary.pow($0, Lanes(1.7)) },
      measure("exp") { Elementary.exp($0) },
      measure("log") { Elementary.log($0) },
      measure("tanh") { Elementary.tanh($0) },
      measure("pow") { Elementary.pow($0, 1.7) },
    ]
  }
}
