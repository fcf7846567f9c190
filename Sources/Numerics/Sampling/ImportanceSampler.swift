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
  private static var parts: Int { 8 }
  /// How much wider a proposal is than what was fitted.
  private static var widening: Double { 1.05 }

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
    let search = ModeSearch(target, from: starts, key: key.key(0))
    (modes, likelihoods) = (search.modes, search.likelihoods)
    guard var mixture = search.mixture(dimension: target.dimension) else { return nil }
    pool.add(search.look)
    var best: ImportanceSample?
    for (number, rung) in ImportanceRung.ladder.enumerated() {
      let key = key.key(1 + number)
      let efficiency = learn(&mixture, rung, key)
      guard efficiency >= rung.leastEfficiency else { continue }
      let sample = finish(mixture, rung, efficiency: efficiency, key.key(1000))
      if best.map({ sample.isBetter(than: $0, wanted) }) ?? true { best = sample }
      if sample.shape < Self.doubtfulShape, sample.effectiveDraws >= 0.9 * wanted { break }
    }
    best?.likelihoods = likelihoods
    best?.modes = modes
    return best
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
      let proposal = DefensiveMixture(
        target.shapes, share: Self.share, mixture, blocks: rung.blocks)
      let batch = SampledBatch(of: target, from: proposal, key)
      likelihoods += batch.points.count
      pool.add(batch)
      let logs = batch.logRatios
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
    let places = pool.places(
      rung.places, effective: rung.effective * Double(target.dimension), key.key(0), power: 1)
    guard let places else { return nil }
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
    guard let found = fit.improved(start, steps: rung.steps) else { return nil }
    return StudentMixture(
      found.components.map { component in
        StudentMixture.Component(
          weight: component.weight, mean: component.mean,
          factor: component.factor.scaled(by: Self.widening))
      }, dimension: target.dimension)
  }

  /// Draws from a proposal that does not change any more, until there are as many effective ones as
  /// wanted.
  private mutating func finish(
    _ mixture: StudentMixture, _ rung: ImportanceRung, efficiency: Double, _ key: SamplingKey
  ) -> ImportanceSample {
    // Each part is drawn from the same proposal, whose shares are by eights.
    let missing = min(max(1.1 * wanted / max(efficiency, 0.02), 4096), Double(rung.most))
    let blocks = Int(missing) / (8 * Self.parts) + 1
    let proposal = DefensiveMixture(
      target.shapes, share: Self.share, mixture, blocks: blocks)
    var (points, ratios, logLikelihoods) = ([LanePoints](), [Lanes](), [Lanes]())
    var (partMeans, last) = ([Double](), SampledBatch?.none)
    var (effective, count) = (0.0, 0)
    repeat {
      for _ in 0..<Self.parts {
        let batch = SampledBatch(of: target, from: proposal, key.key(partMeans.count))
        likelihoods += batch.points.count
        points.append(batch.points)
        logLikelihoods += batch.logLikelihoods
        let logs = batch.logRatios
        ratios += logs
        partMeans.append(Self.logMean(logs))
        last = batch
      }
      count = 8 * ratios.count
      let highest = ratios.reduce(-Double.infinity) { max($0, $1.max()) }
      guard highest.isFinite else { break }
      effective = ImportancePool.effectiveSize(ratios.map { $0 - highest }, power: 1)
    } while effective < wanted && 2 * count <= rung.most
    // What a rung has drawn is learnt from in the next one.
    if let last { pool.add(last) }
    let flat = ratios.flatMap { block in (0..<8).map { block[$0] } }
    let smoothed = SmoothedWeights(flat)
    var sample = ImportanceSample(
      points: LanePoints(joining: points, dimension: target.dimension),
      logLikelihoods: logLikelihoods, weights: smoothed.logarithms.map(Elementary.exp),
      proposal: proposal)
    sample.logEvidence = Self.logMean(ratios)
    let fromWeights = max(1 / effective - 1 / Double(count), 0)
    let fromParts = Self.variance(partMeans.map { Elementary.exp($0 - sample.logEvidence) })
    sample.effectiveDraws = effective
    sample.shape = smoothed.shape
    // Means of weights whose tail has no variance come closer by N^(k − 1), not N^(−1/2).
    let slowness = max(0, sample.shape - 0.5)
    sample.error =
      max(fromWeights, fromParts / Double(partMeans.count)).squareRoot()
      * (slowness > 0 ? Elementary.pow(Double(count), min(slowness, 0.5)) : 1)
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
