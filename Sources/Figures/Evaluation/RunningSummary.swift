import Numerics
import Support
import Tables

/// The median or mean of y in bins of x, with its spread.
struct RunningSummary {
  /// The middle of the values of x in each bin; shape `[bins with enough rows]`.
  private(set) var x: [Double] = []
  private(set) var middle: [Double] = []
  private(set) var spread: [ClosedRange<Double>] = []

  /// - Parameters:
  ///   - layer: The rows.
  ///   - rows: Which of them.
  ///   - bins: The bins of x; `nil` for one of all rows.
  init(_ layer: LayerRows, _ rows: [Int], in bins: BinEdges?) {
    guard let y = layer.y ?? layer.x else { return }
    let xs = (layer.x ?? y).numbers
    var members = [[Int]](repeating: [], count: bins?.count ?? 1)
    var total = 0
    func bin(of value: Double) -> Int? {
      guard let bins else { return 0 }
      return bins.index(of: value)
    }
    for row in rows where xs[row].isFinite && y.numbers[row].isFinite {
      guard let bin = bin(of: xs[row]) else { continue }
      members[bin].append(row)
      total += 1
    }
    let least = bins == nil ? 1 : total >= 400 ? 20 : 5
    let isMean = layer.spec.summary?.value == .mean
    func value(_ values: [Double]) -> Double {
      isMean ? Statistics.mean(values) : Statistics.median(values)
    }
    for rows in members where rows.count >= least {
      let values = rows.map { y.numbers[$0] }
      let centre = value(values)
      x.append(Statistics.median(rows.map { xs[$0] }))
      middle.append(centre)
      switch layer.spec.spread ?? (isMean ? .std : .percentiles) {
      case .percentiles:
        spread.append(
          Statistics.quantile(0.16, of: values)...Statistics.quantile(0.84, of: values))
      case .std:
        let half = Statistics.std(values)
        spread.append((centre - half)...(centre + half))
      case .resampled:
        let draws = Self.resampled(layer, rows, y.numbers, value)
        spread.append(
          draws.isEmpty
            ? centre...centre
            : Statistics.quantile(0.16, of: draws)...Statistics.quantile(0.84, of: draws))
      }
    }
  }

  /// How often galaxies are drawn.
  static let draws = 200

  /// The median or mean over galaxies drawn with replacement, each with all of its rows.
  ///
  /// Over rows where the table knows no galaxies. The seed is fixed.
  private static func resampled(
    _ layer: LayerRows, _ rows: [Int], _ values: [Double], _ summary: ([Double]) -> Double
  ) -> [Double] {
    let groups =
      layer.table?["galaxy"].map { RowGroups(by: [$0], among: rows).rows } ?? rows.map { [$0] }
    guard groups.count > 1 else { return [] }
    var generator = SplitMix64(seed: 1)
    return (0..<draws).map { _ in
      var drawn: [Double] = []
      for _ in groups.indices {
        let group = min(Int(generator.uniform() * Double(groups.count)), groups.count - 1)
        drawn += groups[group].map { values[$0] }
      }
      return summary(drawn)
    }
  }
}
