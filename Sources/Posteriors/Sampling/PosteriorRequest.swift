/// How a posterior is wanted.
package struct PosteriorRequest: Sendable {
  package var method: PosteriorMethod
  /// The seed of the run.
  package var seed: UInt64
  /// What tells the unit from all others of the run; draws depend on it and the seed alone.
  package var unit: String
  /// How many draws of equal weight are handed out.
  package var draws: Int
  /// How many effective draws are wanted.
  package var effectiveDraws: Double

  package init(
    _ method: PosteriorMethod = .importance, seed: UInt64, unit: String, draws: Int = 1000,
    effectiveDraws: Double = 5500
  ) {
    (self.method, self.seed, self.unit) = (method, seed, unit)
    (self.draws, self.effectiveDraws) = (draws, effectiveDraws)
  }
}
