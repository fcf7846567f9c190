/// How a posterior is sampled.
package enum PosteriorMethod: String, CaseIterable, Sendable {
  /// Draws from a mixture that learns the form of the density, weighted.
  case importance
  /// Chains that move by differences of each other.
  case chains
  /// A grid that covers the density, of one or two quantities.
  case grid
}
