/// Draws of chains, whether they may be trusted, and what the density integrates to.
package struct ChainSample: Sendable {
  /// The draws; one of each chain an eight, in the order of the generations.
  package private(set) var points: LanePoints
  /// The logarithm of the likelihood of each; shape `[points.blocks]`.
  package private(set) var logLikelihoods: [Lanes] = []
  /// Whether the chains agree, by coordinate.
  package private(set) var diagnostics: [ChainDiagnostics] = []
  package private(set) var rHat = Double.infinity
  /// The smallest number of effective draws of any coordinate, for its middle or its tails.
  package private(set) var effectiveDraws = 0.0
  /// The logarithm of the integral, and its standard error.
  package private(set) var logEvidence = -Double.infinity
  package private(set) var error = Double.infinity
  package private(set) var likelihoods = 0

  package static let mostRHat = 1.01
  package static let leastDraws = 400.0
  private static let firstGenerations = 4000
  private static let mostGenerations = 64_000
  private static let keptGenerations = 1000

  /// Whether the chains agree and have drawn enough.
  package var isTrusted: Bool { rHat < Self.mostRHat && effectiveDraws >= Self.leastDraws }

  /// Samples a density.
  ///
  /// The chains go on until they agree, twice as far each time; the first half of their way does
  /// not count.
  ///
  /// - Parameters:
  ///   - target: The density.
  ///   - mixture: A distribution that follows it roughly.
  ///   - key: What decides the draws.
  package init<Target: SamplingTarget>(
    _ target: Target, near mixture: StudentMixture, key: SamplingKey
  ) {
    let dimension = target.dimension
    points = LanePoints(dimension: dimension, blocks: 0)
    let proposal = DefensiveMixture(target.shapes, share: 0.05, mixture, blocks: 256)
    let first = SampledBatch(of: target, from: proposal, key.key(0))
    // Wider than the density: where it is a power of itself, so that the chains begin apart.
    var pool = ImportancePool(dimension: dimension)
    pool.add(first)
    let begin = pool.places(
      32 * dimension, effective: 20 * Double(dimension), key.key(1), power: 0.5)
    var past: [Lanes] = []
    if let begin {
      for place in 0..<begin.points.count where begin.weights[place / 8][place % 8] > 0 {
        past.append(begin.points[place])
      }
    }
    guard past.count >= 8 else { return }
    var chains = DifferentialEvolution(target, past: past, key: key.key(2))
    var (kept, logs) = ([LanePoints](), [Lanes]())
    var wanted = Self.firstGenerations
    while true {
      while chains.generation < wanted {
        chains.move()
        kept.append(chains.places)
        logs.append(chains.logLikelihoods)
      }
      let half = kept.count / 2
      let stride = max(1, half / Self.keptGenerations)
      let chosen = Swift.stride(from: kept.count - 1, through: half, by: -stride).reversed()
      points = LanePoints(joining: chosen.map { kept[$0] }, dimension: dimension)
      logLikelihoods = chosen.map { logs[$0] }
      judge()
      if isTrusted || wanted >= Self.mostGenerations { break }
      wanted *= 2
    }
    likelihoods = first.points.count + 8 * chains.generation
    bridge(target, mixture, key.key(3))
  }

  private mutating func judge() {
    diagnostics = (0..<points.dimension).map { k in
      ChainDiagnostics(
        (0..<8).map { lane in (0..<points.blocks).map { points[$0, k][lane] } })
    }
    rHat = diagnostics.reduce(0) { max($0, $1.rHat) }
    if diagnostics.contains(where: { $0.rHat.isNaN }) { rHat = .infinity }
    effectiveDraws = diagnostics.reduce(.infinity) { min($0, $1.bulkSize, $1.tailSize) }
  }

  /// The integral, from a bridge between the draws and those of a mixture fitted to half of them.
  ///
  /// - SeeAlso: Meng & Wong 1996, Statistica Sinica 6, 831; Frühwirth-Schnatter 2004, Econometrics
  ///   Journal 7, 143, for the error.
  private mutating func bridge<Target: SamplingTarget>(
    _ target: Target, _ start: StudentMixture, _ key: SamplingKey
  ) {
    let half = points.blocks / 2
    let dimension = points.dimension
    func part(_ range: Range<Int>) -> LanePoints {
      LanePoints(
        lanes: Array(points.lanes[(range.lowerBound * dimension)..<(range.upperBound * dimension)]),
        dimension: dimension)
    }
    let learnt = part(0..<half)
    let even = [Lanes](repeating: Lanes(1 / Double(learnt.count)), count: half)
    let fit = MixtureFit(learnt, weights: even)
    guard let mixture = fit.improved(start, steps: 20) else { return }
    let proposal = DefensiveMixture(target.shapes, share: 0.01, mixture, blocks: max(half, 64))
    let batch = SampledBatch(of: target, from: proposal, key)
    likelihoods += batch.points.count
    let drawn = part(half..<points.blocks)
    let logPriors = CoordinateShape.logDensities(target.shapes, at: drawn)
    let densities = proposal.densities(at: drawn, priors: logPriors.map { Elementary.exp($0) })
    let own = (0..<drawn.blocks).flatMap { block -> [Double] in
      let ratio =
        logLikelihoods[half + block] + logPriors[block] - Elementary.log(densities[block])
      return (0..<8).map { ratio[$0] }
    }
    let others = batch.logRatios.flatMap { block in (0..<8).map { block[$0] } }
    let efficiency = min(1, effectiveDraws / Double(points.count))
    let ratio = Bridge(own, others, efficiency: efficiency)
    (logEvidence, error) = (ratio.logarithm, ratio.error)
  }
}
