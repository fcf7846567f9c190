import Numerics

/// Counts over two axes, and lines of equal height on them.
struct Histogram2D {
  let x: BinEdges
  let y: BinEdges
  /// Shape `[y][x]`.
  private(set) var counts: [[Double]]

  init(_ points: [(Double, Double)], x: BinEdges, y: BinEdges) {
    self.x = x
    self.y = y
    counts = [[Double]](repeating: [Double](repeating: 0, count: x.count), count: y.count)
    for (a, b) in points {
      if let column = x.index(of: a), let row = y.index(of: b) { counts[row][column] += 1 }
    }
  }

  /// The counts spread by a normal distribution with so many bins as its standard deviation.
  mutating func smooth(_ sigma: Double) {
    counts = counts.map { Self.smoothed($0, sigma) }
    for column in 0..<x.count {
      let smooth = Self.smoothed(counts.map { $0[column] }, sigma)
      for row in counts.indices { counts[row][column] = smooth[row] }
    }
  }

  /// A list spread the same way; its sum stays but for what leaves its ends.
  static func smoothed(_ values: [Double], _ sigma: Double) -> [Double] {
    let reach = Int(3 * sigma) + 1
    let kernel = (-reach...reach).map { step in
      Elementary.exp(-0.5 * (Double(step) / sigma) * (Double(step) / sigma))
    }
    let total = Statistics.sum(kernel)
    return values.indices.map { place in
      var sum = 0.0
      for (offset, weight) in kernel.enumerated() {
        let source = place + offset - reach
        if values.indices.contains(source) { sum += values[source] * weight }
      }
      return sum / total
    }
  }

  /// The height above which a part of all counts lies.
  func level(of part: Double) -> Double {
    let sorted = counts.flatMap(\.self).sorted(by: >)
    let total = Statistics.sum(sorted)
    var (sum, height) = (0.0, 0.0)
    for value in sorted {
      sum += value
      height = value
      if sum >= part * total { break }
    }
    return height
  }
}
