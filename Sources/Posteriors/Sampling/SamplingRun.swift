import Models
import Numerics

/// The draws of a density by one of the methods, and how far they may be trusted.
struct SamplingRun {
  let draws: WeightedDraws
  let evidence: Evidence

  private static let goodShape = 0.5
  /// From which part of the posterior in a second top on one mean describes none.
  private static let muchOfIt = 0.05

  init(
    of density: CurveDensity, _ request: PosteriorRequest, _ key: SamplingKey
  ) throws(PosteriorRefusal) {
    switch request.method {
    case .grid:
      guard density.lanes.count <= 2 else { throw .tooManyForGrid }
      try self.init(onGrid: density)
    case .importance, .chains:
      let sample = ImportanceSampler.sample(
        density, from: density.starts, effective: request.effectiveDraws, key: key)
      guard let sample else { throw .noLikelihood }
      let isDoubtful = sample.shape >= ImportanceSampler<CurveDensity>.doubtfulShape
      if isDoubtful || request.method == .chains, let mixture = sample.proposal.mixture {
        let chains = ChainSample(density, near: mixture, key: key.key(-2))
        if chains.isTrusted || request.method == .chains {
          self.init(chains, sample.modes, sample.likelihoods, of: density)
          return
        }
      }
      self.init(sample, of: density)
    }
  }

  /// Draws on a grid.
  init(onGrid density: CurveDensity) throws(PosteriorRefusal) {
    guard let grid = GridSample.sample(density, from: density.starts) else {
      throw .noLikelihood
    }
    draws = WeightedDraws(
      points: grid.points, weights: grid.weights, logLikelihoods: grid.logLikelihoods,
      areChains: false)
    let parts = ModeParts(grid.modes, draws, of: density)
    evidence = Evidence(
      logValue: grid.logEvidence, error: grid.error, effectiveDraws: .infinity, shape: .nan,
      likelihoods: grid.likelihoods, modes: parts.count,
      status: parts.second >= Self.muchOfIt
        ? .multimodal : grid.error < 1e-3 ? .good : grid.error < 0.02 ? .usable : .unreliable,
      method: .grid)
  }

  private init(_ sample: ImportanceSample, of density: CurveDensity) {
    draws = WeightedDraws(
      points: sample.points, weights: sample.weights, logLikelihoods: sample.logLikelihoods,
      areChains: false)
    let parts = ModeParts(sample.modes, draws, of: density)
    let isDoubtful = sample.shape >= ImportanceSampler<CurveDensity>.doubtfulShape
    let status: PosteriorStatus =
      isDoubtful
      ? .unreliable
      : parts.second >= Self.muchOfIt
        ? .multimodal : sample.shape < Self.goodShape ? .good : .usable
    evidence = Evidence(
      logValue: sample.logEvidence, error: sample.error, effectiveDraws: sample.effectiveDraws,
      shape: sample.shape, likelihoods: sample.likelihoods, modes: parts.count, status: status,
      method: .importance)
  }

  private init(
    _ chains: ChainSample, _ modes: [DensityMode], _ likelihoods: Int, of density: CurveDensity
  ) {
    let count = chains.points.count
    draws = WeightedDraws(
      points: chains.points,
      weights: [Double](repeating: 1 / Double(max(count, 1)), count: count),
      logLikelihoods: chains.logLikelihoods, areChains: true)
    let parts = ModeParts(modes, draws, of: density)
    evidence = Evidence(
      logValue: chains.logEvidence, error: chains.error, effectiveDraws: chains.effectiveDraws,
      shape: .nan, likelihoods: likelihoods + chains.likelihoods, modes: parts.count,
      status: !chains.isTrusted
        ? .unreliable : parts.second >= Self.muchOfIt ? .multimodal : .usable,
      method: .chains)
  }
}
