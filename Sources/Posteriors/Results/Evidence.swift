/// The evidence of a law and a galaxy: the probability of the data, the quantities left open.
package struct Evidence: Sendable {
  /// ln Z of the speeds as measured; with −½ Σ ln 2πσ², in s/km to the power of the points.
  package let logValue: Double
  /// The standard error of ln Z.
  package let error: Double
  /// How many independent draws would tell as much.
  package let effectiveDraws: Double
  /// The shape of the largest weights, k̂; NaN where draws have no weights of that kind.
  package let shape: Double
  /// How many likelihoods were worked out.
  package let likelihoods: Int
  /// How many tops, with valleys between them, have a hundredth of the posterior or more.
  package let modes: Int
  package let status: PosteriorStatus
  /// How the draws were made in the end.
  package let method: PosteriorMethod
}
