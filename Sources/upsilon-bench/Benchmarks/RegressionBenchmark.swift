import Numerics

/// Linear models of six terms over 128 rows, fitted side by side, by the model.
enum RegressionBenchmark: Benchmark {
  static func measurements() -> [Measurement] {
    var generator = SplitMix64(seed: 1)
    let (rows, terms) = (Array(0..<128), 6)
    let columns = (0...terms).map { _ in rows.map { _ in generator.normal() } }
    return [1, Lanes.count].map { lanes in
      Measurement(name: "regression/\(lanes) side by side", count: 100 * lanes) {
        var fits = LinearFits(lanes: lanes, terms: terms, rows: rows.count)
        var sum = 0.0
        for _ in 0..<100 {
          fits.clear()
          for lane in 0..<lanes {
            fits.load(lane, rows, response: columns[terms], terms: Array(columns[..<terms]))
          }
          fits.fit()
          sum += fits.rSquared(0)
        }
        return sum
      }
    }
  }
}
