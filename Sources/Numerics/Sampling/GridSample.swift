/// A density of up to four coordinates on a grid that covers it: the integral by the midpoint rule.
///
/// The grid is even in coordinates in which the density has the covariance of a standard normal
/// distribution, eight standard deviations to each side. For a smooth density that dies away the
/// midpoint rule converges faster than any power of the step.
///
/// - SeeAlso: Trefethen & Weideman 2014, SIAM Review 56, 385.
package struct GridSample: Sendable {
  /// The places of which any weight is worth counting.
  package private(set) var points: LanePoints
  /// Their weights, which add up to one; shape `[points.count]`.
  package private(set) var weights: [Double] = []
  /// The logarithm of the likelihood at each; shape `[points.blocks]`.
  package private(set) var logLikelihoods: [Lanes] = []
  /// The logarithm of the integral.
  package private(set) var logEvidence = -Double.infinity
  /// How far that is from what every second place gives.
  package private(set) var error = Double.infinity
  /// How many likelihoods were worked out.
  package private(set) var likelihoods = 0
  /// The tops of the density from which the grid was laid.
  package private(set) var modes: [DensityMode] = []

  package static let capacity = 4
  private static let reach = 8.0
  /// How many places a coordinate has, by how many coordinates there are.
  private static let places = [1, 2048, 256, 64, 40]
  /// How many it has while the grid is laid.
  private static let firstPlaces = [1, 512, 96, 32, 20]
  private static let blocksAtATime = 512
  /// The logarithm of a weight that counts for nothing.
  private static let nothing = -27.0

  /// Works out a density.
  ///
  /// - Parameters:
  ///   - target: The density, of one to ``capacity`` coordinates.
  ///   - starts: Places near its tops, as far as they are known.
  /// - Returns: Nil where no place with a likelihood was found.
  package static func sample<Target: SamplingTarget>(
    _ target: Target, from starts: [Lanes]
  ) -> GridSample? {
    let dimension = target.dimension
    precondition((1...capacity).contains(dimension), "a grid has one to four coordinates")
    let search = ModeSearch(target, from: starts, key: SamplingKey(seed: 0, unit: []))
    guard !search.modes.isEmpty else { return nil }
    var grid = GridSample(points: LanePoints(dimension: dimension, blocks: 0))
    (grid.modes, grid.likelihoods) = (search.modes, search.likelihoods)
    var (mean, covariance) = search.moments
    for round in 0..<4 {
      guard let factor = LowerTriangle(of: covariance, dimension: dimension) else { return nil }
      let count = round < 3 ? firstPlaces[dimension] : places[dimension]
      grid.lay(target, mean, factor, count)
      guard grid.logEvidence.isFinite else { return nil }
      let fit = MixtureFit(grid.points, weights: grid.laneWeights)
      (mean, covariance) = (fit.mean, fit.covariance)
    }
    return grid
  }

  private init(points: LanePoints) {
    self.points = points
  }

  private var laneWeights: [Lanes] {
    (0..<points.blocks).map { block in
      var lanes = Lanes.zero
      for lane in 0..<8 { lanes[lane] = weights[8 * block + lane] }
      return lanes
    }
  }

  /// Works out the density on one grid.
  private mutating func lay<Target: SamplingTarget>(
    _ target: Target, _ mean: Lanes, _ factor: LowerTriangle, _ count: Int
  ) {
    let dimension = target.dimension
    let whole = (0..<dimension).reduce(1) { product, _ in product * count }
    let step = 2 * Self.reach / Double(count)
    var (kept, heights, logs, halves) = ([Lanes](), [Double](), [Double](), [Bool]())
    var first = 0
    while first < whole {
      let blocks = min(Self.blocksAtATime, (whole - first + 7) / 8)
      var batch = LanePoints(dimension: dimension, blocks: blocks)
      var isEven = [Bool](repeating: false, count: batch.count)
      for place in 0..<batch.count {
        var (rest, deviate, even) = (min(first + place, whole - 1), Lanes.zero, true)
        for k in 0..<dimension {
          deviate[k] = (Double(rest % count) + 0.5) * step - Self.reach
          if rest % count % 2 == 1 { even = false }
          rest /= count
        }
        isEven[place] = even
        batch[place] = mean + factor.times(deviate)
      }
      let likelihood = target.logLikelihoods(at: batch)
      let priors = CoordinateShape.logDensities(target.shapes, at: batch)
      likelihoods += min(batch.count, whole - first)
      for place in 0..<min(batch.count, whole - first) {
        let log = likelihood[place / 8][place % 8]
        let height = log + priors[place / 8][place % 8]
        guard height > -.infinity else { continue }
        kept.append(batch[place])
        heights.append(height)
        logs.append(log)
        halves.append(isEven[place])
      }
      first += batch.count
    }
    take(kept, heights, logs, halves, dimension, factor.logDeterminant, step)
  }

  /// Takes in the places of a grid.
  private mutating func take(
    _ kept: [Lanes], _ heights: [Double], _ logs: [Double], _ halves: [Bool], _ dimension: Int,
    _ logDeterminant: Double, _ step: Double
  ) {
    let most = heights.reduce(-.infinity) { max($0, $1) }
    guard most.isFinite else {
      logEvidence = -.infinity
      return
    }
    var (sum, half) = (CompensatedSum(), CompensatedSum())
    for (height, isEven) in zip(heights, halves) {
      let weight = Elementary.exp(height - most)
      sum.add(weight)
      if isEven { half.add(weight) }
    }
    let logCell = Double(dimension) * Elementary.log(step) + logDeterminant
    logEvidence = most + Elementary.log(sum.value) + logCell
    let coarse = half.value * Elementary.exp(Double(dimension) * Elementary.log(2))
    error = (Elementary.log(coarse / sum.value)).magnitude
    let chosen = heights.indices.filter { heights[$0] > most + Self.nothing }
    points = LanePoints(dimension: dimension, blocks: (chosen.count + 7) / 8)
    weights = [Double](repeating: 0, count: points.count)
    logLikelihoods = [Lanes](repeating: Lanes(-.infinity), count: points.blocks)
    for place in 0..<points.count {
      let source = chosen[min(place, chosen.count - 1)]
      points[place] = kept[source]
      logLikelihoods[place / 8][place % 8] = logs[source]
      if place < chosen.count {
        weights[place] = Elementary.exp(heights[source] - most) / sum.value
      }
    }
  }
}
