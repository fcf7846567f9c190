import Numerics

/// What holds between the quantities of a fit, worked out for one galaxy.
extension ResolvedSpace {
  /// Works out ties and general priors; what follows from fixed quantities alone is fixed.
  ///
  /// - Parameter card: The card of the law.
  /// - Throws: The reason why there can be no fit.
  mutating func relate(_ card: ModelCard) throws(FitRefusal) {
    guard !ranges.ties.isEmpty || !ranges.priors.isEmpty else { return }
    var ties: [ResolvedTie] = []
    for tie in ranges.ties where !isAbsent(tie.quantity) {
      guard !tie.formula.names(isAbsent) else { throw .tieWithoutValue }
      let resolved = ResolvedTie(tie, card)
      if tie.formula.names({ isVaried($0, ties) }) {
        ties.append(resolved)
        bend()
      } else {
        let value = tie.formula.value(at: corner)
        guard value.isFinite else { throw .tieWithoutValue }
        guard resolved.admits(value) else { throw .tieOutsideDomain }
        fix(tie.quantity, at: value)
      }
    }
    var priors: [ResolvedPrior] = []
    for prior in ranges.priors {
      // Of what is fixed, or not there, nothing is said.
      guard let lane = lanes.lane(of: prior.quantity) else { continue }
      guard !prior.shape.formulas.contains(where: { $0.names(isAbsent) }) else {
        throw .priorWithoutValue
      }
      bend()
      let isGeneral =
        prior.shape.formulas.isEmpty
        || prior.shape.formulas.contains { $0.names { isVaried($0, ties) } }
      let range = ranges[prior.quantity]
      if isGeneral {
        if case .lognormal = prior.shape, range.upper <= 0 { throw .priorOutsideBounds }
        priors.append(ResolvedPrior(prior, in: lane, range))
      } else {
        give(prior.quantity, try usual(prior.shape, within: range))
      }
    }
    relations = ResolvedRelations(ties, priors, lanes)
  }

  /// A prior whose centre and width follow from fixed quantities, as one of numbers.
  private func usual(
    _ shape: GeneralPrior.Shape, within range: FitRange
  ) throws(FitRefusal) -> Prior {
    let prior: Prior? =
      switch shape {
      case .normal(let mean, let sigma):
        .normal(mean: mean.value(at: corner), sigma: sigma.value(at: corner))
      case .lognormal(let median, let dex):
        .lognormal(median: median.value(at: corner), dex: dex.value(at: corner))
      case .beta: nil
      }
    guard let prior, prior.isSound, prior.fixedValue == nil else { throw .priorWithoutValue }
    if case .lognormal = prior, range.upper <= 0 { throw .priorOutsideBounds }
    return prior
  }

  /// Whether a quantity is a ratio of a component that the galaxy does not have.
  private func isAbsent(_ quantity: Quantity) -> Bool {
    guard case .galaxy(let parameter) = quantity else { return false }
    return isAbsent[parameter]
  }

  /// Whether a quantity is free, or follows from one that is.
  private func isVaried(_ quantity: Quantity, _ ties: [ResolvedTie]) -> Bool {
    lanes.lane(of: quantity) != nil || ties.contains { $0.quantity == quantity }
  }

  /// The errors of tied quantities, by the chain of slopes.
  ///
  ///     e² = gᵀ C g
  ///
  /// - Parameters:
  ///   - quantities: The optimum.
  ///   - curvature: Half the second derivatives of the objective there, by lane.
  ///   - inside: The lanes that have errors.
  /// - Returns: Each tied quantity that follows from such lanes alone, with its error.
  func tiedErrors(
    at quantities: Quantities, _ curvature: CurvatureMatrix, of inside: ParameterSet
  ) -> [(Quantity, Double)] {
    guard !relations.ties.isEmpty, let covariance = curvature.inverse(of: inside) else { return [] }
    return relations.related(quantities).tied.compactMap { quantity, slopes in
      let isTold = lanes.indices.allSatisfy { slopes[$0] == 0 || inside.contains($0) }
      let variance = (covariance.chained(slopes) * slopes).sum()
      return isTold && variance.isFinite ? (quantity, variance.squareRoot()) : nil
    }
  }

  /// The covariance of what is free and, after it, of what is tied to it.
  ///
  /// - Parameters:
  ///   - free: The covariance by lane.
  ///   - quantities: Where.
  /// - Returns: The covariance; shape `[lanes + ties][lanes + ties]`.
  func covariance(_ free: [SIMD8<Double>], at quantities: Quantities) -> [[Double]] {
    var slopes = lanes.indices.map { lane in
      var unit = SIMD8<Double>.zero
      unit[lane] = 1
      return unit
    }
    if !relations.isEmpty { slopes += relations.related(quantities).tied.map(\.slopes) }
    return slopes.indices.map { row in
      let half = lanes.indices.contains(row) ? free[row] : free.chained(slopes[row])
      return slopes.indices.map { column in
        lanes.indices.contains(column) ? half[column] : (half * slopes[column]).sum()
      }
    }
  }
}

extension [SIMD8<Double>] {
  /// The sum of the rows, each times an element of a vector.
  fileprivate func chained(_ factors: SIMD8<Double>) -> SIMD8<Double> {
    indices.reduce(.zero) { $0 + factors[$1] * self[$1] }
  }
}

extension ResolvedRelations {
  /// Whether tied quantities have values at a place, in the coordinates of a search.
  func areKnown(at problem: JointProblem, _ point: SIMD8<Double>) -> Bool {
    guard !ties.isEmpty else { return true }
    let quantities = problem.quantities(at: problem.scale.quantities(at: point))
    return tied.allSatisfy { quantities[$0].isFinite }
  }

  /// Why a fit that is no number has none.
  func refusal(of fit: CurveFit) -> FitRefusal {
    guard !isEmpty else { return .beyondNumbers }
    let place = related(fit.quantities)
    if ties.contains(where: { !place.values[$0.quantity].isFinite }) { return .tieWithoutValue }
    return fit.priorTerm.isFinite ? .beyondNumbers : .priorWithoutValue
  }
}
