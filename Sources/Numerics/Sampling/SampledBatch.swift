/// Some draws from a proposal, and the density that is sampled at them.
struct SampledBatch {
  let proposal: DefensiveMixture
  let points: LanePoints
  /// The density of the prior.
  let priors: [Lanes]
  let logLikelihoods: [Lanes]
  /// The logarithm of likelihood times prior.
  let logDensities: [Lanes]
  /// The density of the proposal.
  let densities: [Lanes]

  init<Target: SamplingTarget>(
    of target: Target, from proposal: DefensiveMixture, _ key: SamplingKey
  ) {
    self.proposal = proposal
    points = proposal.draw(key)
    let logPriors = CoordinateShape.logDensities(target.shapes, at: points)
    priors = logPriors.map { Elementary.exp($0) }
    densities = proposal.densities(at: points, priors: priors)
    logLikelihoods = target.logLikelihoods(at: points)
    logDensities = zip(logLikelihoods, logPriors).map { $0 + $1 }
  }

  /// The logarithm of likelihood times prior over the density of the proposal.
  var logRatios: [Lanes] { zip(logDensities, densities).map { $0 - Elementary.log($1) } }
}
