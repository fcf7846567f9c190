/// Eight chains that move by differences of where chains have been.
///
/// A chain at x proposes x + γ (z₁ − z₂) + e with places z of the past of all chains, or a step
/// along the line through another place (the snooker); both leave the density as it is. Eight
/// chains are worked on side by side.
///
/// - SeeAlso: ter Braak & Vrugt 2008, Statistics and Computing 18, 435.
struct DifferentialEvolution<Target: SamplingTarget> {
  private let target: Target
  private let key: SamplingKey
  /// Where chains have been, and some places to begin with.
  private var past: [Lanes]
  /// Where the chains are.
  private(set) var places: LanePoints
  private(set) var logLikelihoods: Lanes
  private var heights: Lanes
  private(set) var generation = 0

  private static var snookerShare: Double { 0.1 }
  private static var generationsPerRecord: Int { 10 }

  /// - Parameters:
  ///   - target: The density.
  ///   - past: Places that follow it roughly, some ten a coordinate; the chains begin at eight of
  ///     them.
  ///   - key: What decides the moves.
  init(_ target: Target, past: [Lanes], key: SamplingKey) {
    (self.target, self.past, self.key) = (target, past, key)
    places = LanePoints(dimension: target.dimension, blocks: 1)
    for lane in 0..<8 { places[lane] = past[lane * (past.count / 8)] }
    logLikelihoods = target.logLikelihoods(at: places)[0]
    heights = logLikelihoods + CoordinateShape.logDensities(target.shapes, at: places)[0]
  }

  /// Moves every chain once.
  mutating func move() {
    let random = key.key(generation)
    var proposed = places
    var logFactors = Lanes.zero
    for lane in 0..<8 {
      let own = random.key(lane)
      let (place, factor) = proposal(from: places[lane], own)
      proposed[lane] = place
      logFactors[lane] = factor
    }
    let logs = target.logLikelihoods(at: proposed)[0]
    let next = logs + CoordinateShape.logDensities(target.shapes, at: proposed)[0]
    for lane in 0..<8 {
      let gain = next[lane] - heights[lane] + logFactors[lane]
      guard gain > Elementary.log(random.key(lane).uniform(0)) else { continue }
      places[lane] = proposed[lane]
      (heights[lane], logLikelihoods[lane]) = (next[lane], logs[lane])
    }
    generation += 1
    if generation % Self.generationsPerRecord == 0 {
      for lane in 0..<8 { past.append(places[lane]) }
    }
  }

  /// A place that a chain may move to, and the logarithm of what its acceptance is multiplied by.
  private func proposal(from place: Lanes, _ random: SamplingKey) -> (Lanes, Double) {
    let dimension = target.dimension
    func other(_ number: Int) -> Lanes { past[Int(random.uniform(number) * Double(past.count))] }
    if random.uniform(1) < Self.snookerShare {
      let (anchor, first, second) = (other(2), other(3), other(4))
      let line = place - anchor
      let square = (line * line).sum()
      guard square > 0 else { return (place, -.infinity) }
      let along = ((first - second) * line).sum() / square
      let next = place + (1.2 + random.uniform(5)) * along * line
      let after = ((next - anchor) * (next - anchor)).sum()
      guard after > 0 else { return (place, -.infinity) }
      return (next, 0.5 * Double(dimension - 1) * Elementary.log(after / square))
    }
    // Now and then a step as long as the difference itself leads from mode to mode.
    let isJump = random.uniform(2) < 0.1
    let factor = isJump ? 1 : 2.38 / (2 * Double(dimension)).squareRoot()
    var next = place + factor * (other(3) - other(4))
    for k in 0..<dimension {
      next[k] += 1e-5 * NormalDistribution.quantile(random.uniform(8 + k))
    }
    return (next, 0)
  }
}
