package import Numerics

/// Draws of a posterior with their weights, in the coordinates that it was sampled in.
package struct WeightedDraws: Sendable {
  /// The draws.
  package let points: LanePoints
  /// Their weights, which add up to one; shape `[points.count]`.
  package let weights: [Double]
  /// The logarithm of the likelihood of each; shape `[points.blocks]`.
  package let logLikelihoods: [Lanes]
  /// Whether the draws come from eight chains side by side, which depend on their past.
  package let areChains: Bool
}
