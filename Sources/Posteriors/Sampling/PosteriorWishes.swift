package import Models

/// What is wanted of a posterior beside what is told of quantities and evidence.
package struct PosteriorWishes: Sendable {
  /// Numbers that follow from the quantities.
  package var derived: [QuantityFormula]
  /// Whether draws of equal weight are wanted.
  package var draws: Bool
  /// Whether all draws with their weights are wanted.
  package var weightedDraws: Bool
  /// Whether the speeds at the points are wanted.
  package var predictive: Bool

  package init(
    derived: [QuantityFormula] = [], draws: Bool = false, weightedDraws: Bool = false,
    predictive: Bool = false
  ) {
    (self.derived, self.draws) = (derived, draws)
    (self.weightedDraws, self.predictive) = (weightedDraws, predictive)
  }
}
