package import Models

/// One draw of a posterior.
package struct PosteriorDraw: Sendable {
  package let quantities: Quantities
  /// Its weight among all draws, which add up to one; of draws of equal weight that which it had
  /// before.
  package let weight: Double
  /// The logarithm of the likelihood of the speeds as measured.
  package let logLikelihood: Double
}
