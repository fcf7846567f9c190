import Numerics

/// How the draws of a density divide among its tops, where valleys lie between these.
///
/// Valleys are looked for in the density of the quantities, or of the logarithms of those that are
/// flat in them: a tail of a flat quantity may be a top in the coordinate that is sampled, and is
/// none. Ridges bend, so that the way from one top to another is not straight: it is cut into
/// slices, and the highest draw of each slice counts.
struct ModeParts {
  /// How many tops have a hundredth of the draws or more.
  let count: Int
  /// The part of the second largest.
  let second: Double

  /// How far the logarithm of the density falls between two tops that count as two.
  private static let depth = 2.0
  private static let least = 0.01
  private static let slices = 16

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
    let tops = LanePoints(of: modes.map(\.place), dimension: density.dimension)
    let topHeights = Self.heights(density, tops, density.logLikelihoods(at: tops))
    let heights = Self.heights(density, draws.points, draws.logLikelihoods)
    let places = (0..<draws.points.count).filter { heights[$0] > -.infinity }
    // The first top that each one is joined to.
    var group = Array(modes.indices)
    for i in modes.indices {
      for j in 0..<i where group[j] == j && group[i] == i {
        let (from, to) = (modes[i].place, modes[j].place)
        var slices = [Double](repeating: -.infinity, count: Self.slices)
        let way = to - from
        let scale = Double(Self.slices) / (way * way).sum()
        for place in places {
          let slice = (scale * ((draws.points[place] - from) * way).sum()).rounded(.down)
          guard slice >= 0, slice < Double(Self.slices) else { continue }
          slices[Int(slice)] = max(slices[Int(slice)], heights[place])
        }
        // A top ends the first and the last slice.
        let lowest = slices.dropFirst().dropLast().reduce(.infinity) { min($0, $1) }
        if lowest >= min(topHeights[i], topHeights[j]) - Self.depth { group[i] = j }
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

  /// The logarithm of the density of the quantities at some places, up to a constant.
  private static func heights<Target: SamplingTarget>(
    _ density: Target, _ points: LanePoints, _ logLikelihoods: [Lanes]
  ) -> [Double] {
    (0..<points.blocks).flatMap { block in
      var height = logLikelihoods[block]
      for (k, shape) in density.shapes.enumerated() {
        height += shape.logHeight(points[block, k])
      }
      return (0..<8).map { height[$0] }
    }
  }
}

extension LanePoints {
  /// Some places, the last one repeated where eights are not full.
  fileprivate init(of places: [Lanes], dimension: Int) {
    self.init(dimension: dimension, blocks: (places.count + 7) / 8)
    for place in 0..<count { self[place] = places[min(place, places.count - 1)] }
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
