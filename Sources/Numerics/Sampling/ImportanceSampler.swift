/// Samples a density with draws from a mixture that learns its form.
///
/// From the tops of the density that are known, and those that a look over the prior leads to,
/// normal distributions of their curvature make the first proposal. Rounds of draws follow, each
/// from a mixture fitted to those before. When their weights are even enough, or enough rounds are
/// done, draws from the last proposal alone give the evidence and the sample. While their largest
/// weights say that they are not to be trusted, the next rung of a ladder does the same with more
/// components and draws, learning from those draws too.
///
/// - SeeAlso: Cornuet, Marin, Mira & Robert 2012, Scandinavian Journal of Statistics 39, 798;
///   Wraith et al. 2009, Physical Review D 80, 023507.
package struct ImportanceSampler<Target: SamplingTarget> {
  private let target: Target
  private let key: SamplingKey
  private var pool: ImportancePool
  private var likelihoods = 0
  private var modes: [DensityMode] = []
  private let wanted: Double

  /// From which shape of the largest weights on a sample is not to be trusted.
  package static var doubtfulShape: Double { 0.7 }
  private static var goodShape: Double { 0.5 }
  private static var share: Double { 0.02 }
  private static var scanBlocks: Int { 128 }
  private static var parts: Int { 8 }

  /// Samples a density.
  ///
  /// - Parameters:
  ///   - target: The density.
  ///   - starts: Places near its tops, as far as they are known.
  ///   - effective: How many effective draws are wanted.
  ///   - key: What decides the draws.
  /// - Returns: The sample; nil where no place with a likelihood was found.
  package static func sample(
    _ target: Target, from starts: [Lanes], effective: Double, key: SamplingKey
  ) -> ImportanceSample? {
    var sampler = ImportanceSampler(target, effective, key)
    return sampler.run(from: starts)
  }

  private init(_ target: Target, _ wanted: Double, _ key: SamplingKey) {
    (self.target, self.wanted, self.key) = (target, wanted, key)
    pool = ImportancePool(dimension: target.dimension)
  }

  private mutating func run(from starts: [Lanes]) -> ImportanceSample? {
    guard var mixture = firstMixture(from: starts) else { return nil }
    var best: ImportanceSample?
    for (number, rung) in ImportanceRung.ladder.enumerated() {
      let key = key.key(1 + number)
      let efficiency = learn(&mixture, rung, key)
      let sample = finish(mixture, rung, efficiency: efficiency, key.key(1000))
      if sample.shape < best?.shape ?? .infinity || best == nil { best = sample }
      if sample.shape < Self.doubtfulShape { break }
    }
    best?.likelihoods = likelihoods
    best?.modes = modes
    return best
  }

  /// The mixture of the tops that some starts and a look over the prior lead to.
  private mutating func firstMixture(from starts: [Lanes]) -> StudentMixture? {
    let wide = DefensiveMixture(target.shapes, share: 1, nil, width: 3)
    let scan = draw(wide, Self.scanBlocks, key.key(0))
    var climb = ModeClimb(target)
    for start in starts + leads(scan.points, scan.logDensities) {
      guard let mode = climb.top(from: start) else { continue }
      let isKnown = modes.contains {
        $0.distance(to: mode.place) < 1 || mode.distance(to: $0.place) < 1
      }
      if !isKnown { modes.append(mode) }
    }
    likelihoods += climb.likelihoods
    modes.sort { $0.height > $1.height }
    guard let most = modes.map(\.logMass).max() else { return nil }
    let components = modes.prefix(8).flatMap { mode in
      let weight = max(Elementary.exp(mode.logMass - most), 0.02)
      return [(0.8, 1.2), (0.2, 2.5)].map { part, size in
        StudentMixture.Component(
          weight: weight * part, mean: mode.place, factor: mode.factor.scaled(by: size))
      }
    }
    return StudentMixture(components, dimension: target.dimension)
  }

  /// The highest of some places that lie apart from each other.
  private func leads(_ points: LanePoints, _ heights: [Lanes]) -> [Lanes] {
    func height(_ place: Int) -> Double { heights[place / 8][place % 8] }
    let order = (0..<points.count).filter { height($0) > -.infinity }.sorted {
      (height($1), $0) < (height($0), $1)
    }
    var leads: [Lanes] = []
    for place in order where leads.count < 6 {
      let point = points[place]
      let isApart = leads.allSatisfy {
        (($0 - point) * ($0 - point)).sum() > Double(target.dimension)
      }
      if isApart { leads.append(point) }
    }
    return leads
  }

  /// Some draws from a proposal.
  private struct Batch {
    let points: LanePoints
    /// The logarithm of the likelihood of each.
    let logLikelihoods: [Lanes]
    /// The logarithm of the density that is sampled.
    let logDensities: [Lanes]
    /// The logarithm of what it is over the density of the proposal.
    let logRatios: [Lanes]
  }

  /// Draws from a proposal.
  ///
  /// - Parameter isKept: Whether the draws go into the pool.
  private mutating func draw(
    _ proposal: DefensiveMixture, _ blocks: Int, _ key: SamplingKey, isKept: Bool = true
  ) -> Batch {
    let points = proposal.draw(blocks, key)
    let logPriors = CoordinateShape.logDensities(target.shapes, at: points)
    let priors = logPriors.map { Elementary.exp($0) }
    let densities = proposal.densities(at: points, priors: priors)
    let logLikelihoods = target.logLikelihoods(at: points)
    let logDensities = zip(logLikelihoods, logPriors).map { $0 + $1 }
    likelihoods += points.count
    if isKept {
      pool.add(points, priors: priors, logDensities: logDensities, from: proposal, densities)
    }
    return Batch(
      points: points, logLikelihoods: logLikelihoods, logDensities: logDensities,
      logRatios: zip(logDensities, densities).map { $0 - Elementary.log($1) })
  }

  /// Goes through the rounds of a rung.
  ///
  /// - Returns: Effective draws by draws in the last round.
  private mutating func learn(
    _ mixture: inout StudentMixture, _ rung: ImportanceRung, _ key: SamplingKey
  ) -> Double {
    var efficiency = 0.0
    for round in 0..<rung.rounds {
      let key = key.key(round)
      let proposal = DefensiveMixture(target.shapes, share: Self.share, mixture)
      let drawn = draw(proposal, rung.blocks, key)
      let logs = drawn.logRatios
      let most = logs.reduce(-Double.infinity) { max($0, $1.max()) }
      guard most.isFinite else { continue }
      let before = efficiency
      efficiency =
        ImportancePool.effectiveSize(logs.map { $0 - most }, power: 1) / Double(8 * rung.blocks)
      let isEven =
        efficiency > 0.3 && efficiency < 1.15 * before
        && SmoothedWeights(logs.flatMap { block in (0..<8).map { block[$0] } }).shape
          < Self.goodShape
      if isEven { break }
      if let next = fitted(mixture, rung, key) { mixture = next }
    }
    return efficiency
  }

  /// A mixture fitted to the pool, from the one before and some places of the pool.
  private func fitted(
    _ mixture: StudentMixture, _ rung: ImportanceRung, _ key: SamplingKey
  ) -> StudentMixture? {
    let effective = 60 * Double(target.dimension)
    guard let places = pool.places(rung.places, effective: effective, key.key(0)) else {
      return nil
    }
    let fit = MixtureFit(places.points, weights: places.weights)
    let kept = mixture.components.sorted { $0.weight > $1.weight }.prefix(rung.components / 2)
    guard let whole = LowerTriangle(of: fit.covariance, dimension: target.dimension) else {
      return nil
    }
    let flat = places.weights.flatMap { block in (0..<8).map { block[$0] } }
    let count = rung.components - kept.count
    let seeds = SystematicResampling.positions(count, of: flat, offset: key.uniform(1))
    let components =
      kept.map { $0 }
      + seeds.map {
        StudentMixture.Component(
          weight: 1 / Double(rung.components), mean: places.points[$0],
          factor: whole.scaled(by: 0.7))
      }
    let start = StudentMixture(components, dimension: target.dimension)
    let found = fit.improved(start, steps: 12)
    return found.map { found in
      StudentMixture(
        found.components.map {
          StudentMixture.Component(
            weight: $0.weight, mean: $0.mean, factor: $0.factor.scaled(by: 1.05))
        }, dimension: target.dimension)
    }
  }

  /// Draws from a proposal that does not change any more, until there are as many effective ones as
  /// wanted.
  private mutating func finish(
    _ mixture: StudentMixture, _ rung: ImportanceRung, efficiency: Double, _ key: SamplingKey
  ) -> ImportanceSample {
    let proposal = DefensiveMixture(target.shapes, share: Self.share, mixture)
    var (points, ratios, logLikelihoods) = ([LanePoints](), [Lanes](), [Lanes]())
    var partMeans: [Double] = []
    var (effective, count) = (0.0, 0)
    var expected = max(efficiency, 1e-3)
    repeat {
      let missing = 1.1 * (wanted - effective) / expected
      let most = Double(rung.most - count)
      let blocks = Int(min(max(missing, 4096), most) / Double(8 * Self.parts)) + 1
      for _ in 0..<Self.parts {
        let drawn = draw(proposal, blocks, key.key(partMeans.count), isKept: false)
        points.append(drawn.points)
        ratios += drawn.logRatios
        logLikelihoods += drawn.logLikelihoods
        partMeans.append(Self.logMean(drawn.logRatios))
      }
      count = 8 * ratios.count
      let highest = ratios.reduce(-Double.infinity) { max($0, $1.max()) }
      guard highest.isFinite else { break }
      effective = ImportancePool.effectiveSize(ratios.map { $0 - highest }, power: 1)
      expected = max(effective / Double(count), 1e-3)
    } while effective < wanted && count < rung.most - 512
    let flat = ratios.flatMap { block in (0..<8).map { block[$0] } }
    let smoothed = SmoothedWeights(flat)
    var sample = ImportanceSample(
      points: LanePoints(joining: points, dimension: target.dimension),
      logLikelihoods: logLikelihoods, weights: smoothed.logarithms.map(Elementary.exp),
      proposal: proposal)
    sample.logEvidence = Self.logMean(ratios)
    let fromWeights = max(1 / effective - 1 / Double(count), 0)
    let fromParts = Self.variance(partMeans.map { Elementary.exp($0 - sample.logEvidence) })
    sample.error = max(fromWeights, fromParts / Double(partMeans.count)).squareRoot()
    sample.effectiveDraws = effective
    sample.shape = smoothed.shape
    return sample
  }

  private static func variance(_ values: [Double]) -> Double {
    let std = Statistics.sampleStd(values)
    return std * std
  }

  /// The logarithm of the mean of some numbers, from their logarithms.
  static func logMean(_ logs: [Lanes]) -> Double {
    let most = logs.reduce(-Double.infinity) { max($0, $1.max()) }
    guard most.isFinite else { return most }
    let sum = logs.reduce(Lanes.zero) { $0 + Elementary.exp($1 - most) }
    return most + Elementary.log(sum.total / Double(8 * logs.count))
  }
}
