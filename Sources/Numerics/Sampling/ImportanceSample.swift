/// Weighted draws of a density, what it integrates to, and how far both may be trusted.
package struct ImportanceSample: Sendable {
  /// The draws.
  package internal(set) var points: LanePoints
  /// The logarithm of the likelihood of each; shape `[points.blocks]`.
  package internal(set) var logLikelihoods: [Lanes]
  /// The weights of the draws, which add up to one; shape `[points.count]`.
  package internal(set) var weights: [Double]
  /// The logarithm of the integral of the density: the evidence.
  package internal(set) var logEvidence = -Double.infinity
  /// Its standard error: the larger one of what the weights tell and the scatter of its parts, made
  /// larger where the largest weights have a tail without variance.
  package internal(set) var error = Double.infinity
  /// How many draws from the density itself would tell as much.
  package internal(set) var effectiveDraws = 0.0
  /// The shape of the largest weights; not to be trusted from 0.7 on.
  package internal(set) var shape = Double.infinity
  /// How many likelihoods were worked out for all of it.
  package internal(set) var likelihoods = 0
  /// The tops of the density that were found, the highest first.
  package internal(set) var modes: [DensityMode] = []
  /// What the draws were taken from.
  package internal(set) var proposal: DefensiveMixture

  /// Whether it is to be preferred to another one: trusted, with enough draws, by the shape.
  func isBetter(than other: ImportanceSample, _ wanted: Double) -> Bool {
    func isTrusted(_ sample: ImportanceSample) -> Bool { sample.shape < 0.7 }
    guard isTrusted(self) == isTrusted(other) else { return isTrusted(self) }
    let (own, others) = (min(effectiveDraws, wanted), min(other.effectiveDraws, wanted))
    return isTrusted(self) ? own >= others : shape < other.shape
  }
}
