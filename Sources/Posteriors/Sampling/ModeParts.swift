import Numerics

/// How the draws of a density divide among its tops, where valleys lie between these.
///
/// Valleys are looked for in the density of the quantities, or of the logarithms of those that are
/// flat in them: a tail of a flat quantity may be a top in the coordinate that is sampled, and is
/// none.
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
      points[place] = one.place + Double(place) / 15 * (other.place - one.place)
    }
    let logs = density.logLikelihoods(at: points)
    let heights = (0..<16).map { place in
      let block = place / 8
      let prior = density.shapes.indices.reduce(Lanes.zero) {
        $0 + density.shapes[$1].logHeight(points[block, $1])
      }
      return (logs[block] + prior)[place % 8]
    }
    let least = heights.reduce(.infinity) { min($0, $1) }
    return least < min(heights[0], heights[15]) - depth
  }
}

extension CoordinateShape {
  /// The logarithm of the density of the quantity, over that at its highest place; zero for a flat
  /// one.
  fileprivate func logHeight(_ y: Lanes) -> Lanes {
    switch self {
    case .normal: return -0.5 * y * y
    case .soft: return Lanes(0)
    case .logOfNormal(let r):
      let u = (Elementary.exp(r * y) - 1) / r
      return -0.5 * u * u
    }
  }
}
