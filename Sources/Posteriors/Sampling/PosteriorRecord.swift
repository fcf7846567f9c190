package import Models

/// All that tables have of the posterior of one law and galaxy.
///
/// It depends on what it is made from alone, to the last bit.
package struct PosteriorRecord: Sendable {
  package let evidence: Evidence
  package let prediction: PointPrediction
  /// The quantities that were free, in the order of their coordinates, then those that are tied to
  /// them.
  package let quantities: [Quantity]
  /// What is known of each of them.
  package let posteriors: [QuantityPosterior]
  /// Their correlations; shape `[quantities][quantities]`.
  package let correlations: [[Double]]
  /// What is known of the numbers that follow from them, as they were asked for.
  package let derived: [QuantityPosterior]
  /// Draws of equal weight, and the rest as it was wished for; empty where it was not.
  package let draws: [PosteriorDraw]
  package let weightedDraws: [PosteriorDraw]
  /// By point.
  package let predictive: [PredictivePoint]

  /// Samples a posterior and sums it up.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - space: The bounds, priors, ties of every quantity; at most eight may be free.
  ///   - request: How it is sampled.
  ///   - wishes: What is wanted beside quantities and evidence.
  /// - Throws: The reason why there is none.
  package init(
    of law: any RotationLaw.Type, _ subject: FitSubject, in space: FitSpace,
    _ request: PosteriorRequest, _ wishes: PosteriorWishes = PosteriorWishes()
  ) throws(PosteriorRefusal) {
    let posterior = try Posterior(of: law, subject, in: space, request)
    let density = posterior.density
    let tied = density.space.relations.tied
    evidence = posterior.evidence
    prediction = PointPrediction(posterior.leaveOneOut)
    quantities = density.lanes.indices.map { density.lanes[$0] } + tied
    let values = posterior.values(of: tied.map { .quantity($0) } + wishes.derived)
    let others = values.map { QuantityPosterior($0, posterior.weighted) }
    posteriors = posterior.quantities + others.prefix(tied.count)
    derived = Array(others.dropFirst(tied.count))
    correlations =
      tied.isEmpty
      ? posterior.correlations
      : Posterior.correlations(
        density.values(of: posterior.weighted.points) + values.prefix(tied.count),
        posterior.weighted.weights)
    draws = wishes.draws ? posterior.positions.map { posterior.draw($0) } : []
    weightedDraws =
      wishes.weightedDraws
      ? posterior.weighted.weights.indices.filter { posterior.weighted.weights[$0] > 0 }
        .map { posterior.draw($0) } : []
    predictive = wishes.predictive ? posterior.predictive : []
  }
}
