import Numerics

/// How the draws of a density divide among its tops, where valleys lie between these.
struct ModeParts {
  /// How many tops have a hundredth of the draws or more.
  let count: Int
  /// The part of the second largest.
  let second: Double

  /// How far the logarithm of the density falls between two tops that count as two.
  private static let depth = 2.0
  private static let least = 0.01

  /// - Parameters:
  ///   - modes: The tops, the highest first.
  ///   - draws: The draws.
  ///   - density: The density.
  init<Target: SamplingTarget>(
    _ modes: [DensityMode], _ draws: WeightedDraws, of density: Target
  ) {
    guard modes.count > 1 else {
      (count, second) = (1, 0)
      return
    }
    // The first top that each one is joined to.
    var group = Array(modes.indices)
    for i in modes.indices {
      for j in 0..<i where group[j] == j && group[i] == i {
        if !Self.isValley(between: modes[i], modes[j], of: density) { group[i] = j }
      }
    }
    var parts = [Double](repeating: 0, count: modes.count)
    for place in 0..<draws.points.count where draws.weights[place] > 0 {
      let point = draws.points[place]
      let distances = modes.map { $0.distance(to: point) }
      guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else {
        continue
      }
      parts[group[nearest]] += draws.weights[place]
    }
    let sorted = parts.sorted(by: >)
    count = max(1, sorted.count { $0 >= Self.least })
    second = sorted[1]
  }

  private static func isValley<Target: SamplingTarget>(
    between one: DensityMode, _ other: DensityMode, of density: Target
  ) -> Bool {
    var points = LanePoints(dimension: density.dimension, blocks: 2)
    for place in 0..<16 {
      points[place] = one.place + (Double(place) + 0.5) / 16 * (other.place - one.place)
    }
    let heights = density.logDensities(at: points)
    return min(heights[0].min(), heights[1].min()) < min(one.height, other.height) - depth
  }
}
