/// The draws of the last rounds, weighted as draws from the mixture of all their proposals.
///
/// - SeeAlso: Owen & Zhou 2000, Journal of the American Statistical Association 95, 135; Cornuet,
///   Marin, Mira & Robert 2012, Scandinavian Journal of Statistics 39, 798.
struct ImportancePool {
  private struct Round {
    let batch: SampledBatch
    /// The density of each round's proposal at the points; shape `[rounds][points.blocks]`.
    var densities: [[Lanes]]
  }

  private static let capacity = 5
  private var rounds: [Round] = []
  private let dimension: Int

  init(dimension: Int) {
    self.dimension = dimension
  }

  /// Takes in a round, and forgets the oldest if there are too many.
  mutating func add(_ batch: SampledBatch) {
    if rounds.count == Self.capacity {
      rounds.removeFirst()
      for place in rounds.indices { rounds[place].densities.removeFirst() }
    }
    for place in rounds.indices {
      let own = rounds[place].batch
      let others = batch.proposal.densities(at: own.points, priors: own.priors)
      rounds[place].densities.append(others)
    }
    let others = rounds.map {
      $0.batch.proposal.densities(at: batch.points, priors: batch.priors)
    }
    rounds.append(Round(batch: batch, densities: others + [batch.densities]))
  }

  /// Every draw, and the logarithms of their weights.
  private var weighted: (points: LanePoints, logWeights: [Lanes]) {
    let points = LanePoints(joining: rounds.map(\.batch.points), dimension: dimension)
    let shares = rounds.map { Double($0.batch.points.blocks) / Double(points.blocks) }
    var logWeights: [Lanes] = []
    logWeights.reserveCapacity(points.blocks)
    for round in rounds {
      for block in 0..<round.batch.points.blocks {
        var mixture = Lanes.zero
        for (place, share) in shares.enumerated() {
          mixture += share * round.densities[place][block]
        }
        logWeights.append(round.batch.logDensities[block] - Elementary.log(mixture))
      }
    }
    return (points, logWeights)
  }

  /// Places that follow the density, or the density to a power below one where few draws have most
  /// of its weight.
  ///
  /// - Parameters:
  ///   - count: How many places are taken, with repetition.
  ///   - effective: How many effective draws are wanted.
  ///   - key: What decides which.
  ///   - power: The largest power.
  /// - Returns: Different places and their weights; nil where nothing has weight.
  func places(
    _ count: Int, effective: Double, _ key: SamplingKey, power: Double
  ) -> (points: LanePoints, weights: [Lanes])? {
    let (points, logs) = weighted
    let most = logs.reduce(-Double.infinity) { max($0, $1.max()) }
    guard most.isFinite else { return nil }
    let relative = logs.map { $0 - most }
    var (low, high) = (0.0, power)
    if Self.effectiveSize(relative, power: power) < effective {
      for _ in 0..<20 {
        let middle = 0.5 * (low + high)
        if Self.effectiveSize(relative, power: middle) < effective {
          high = middle
        } else {
          low = middle
        }
      }
    } else {
      low = power
    }
    var weights: [Double] = []
    weights.reserveCapacity(points.count)
    for block in relative {
      let scaled = Elementary.exp(low * block)
      for lane in 0..<8 { weights.append(scaled[lane].isFinite ? scaled[lane] : 0) }
    }
    let positions = SystematicResampling.positions(count, of: weights, offset: key.uniform(0))
    return Self.merged(points, positions)
  }

  /// Different places with weights that tell how often each was taken.
  private static func merged(
    _ points: LanePoints, _ positions: [Int]
  ) -> (points: LanePoints, weights: [Lanes]) {
    var (different, times) = ([Int](), [Double]())
    for position in positions {
      if different.last == position {
        times[times.count - 1] += 1
      } else {
        different.append(position)
        times.append(1)
      }
    }
    var chosen = LanePoints(dimension: points.dimension, blocks: (different.count + 7) / 8)
    var weights = [Lanes](repeating: .zero, count: chosen.blocks)
    for place in 0..<chosen.count {
      chosen[place] = points[different[min(place, different.count - 1)]]
      if place < different.count {
        weights[place / 8][place % 8] = times[place] / Double(positions.count)
      }
    }
    return (chosen, weights)
  }

  /// (Σ w)² / Σ w² of some weights to a power, by their logarithms, of which the largest is zero.
  static func effectiveSize(_ logs: [Lanes], power: Double) -> Double {
    var (sum, squares) = (Lanes.zero, Lanes.zero)
    for block in logs {
      let weight = Elementary.exp(power * block)
      sum += weight
      squares += weight * weight
    }
    return sum.total * sum.total / squares.total
  }
}
