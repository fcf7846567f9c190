import Numerics

/// One galaxy and the space of a fit in which its law and its baryons may vary together.
///
/// Its vectors hold the free quantities by lane, as ``FreeLanes`` tells.
package struct JointProblem {
  let subject: FitSubject
  package let lanes: FreeLanes
  /// Every quantity at its lower bound: what is fixed has its value.
  private let corner: Quantities
  /// The bounds by lane.
  let box: ParameterBox
  /// The priors by lane; shape `[FreeLanes.capacity]`.
  let priors: [8 of Prior]
  /// The lanes whose starts are spread, and which a search follows, in their logarithm.
  let logarithmic: ParameterSet
  let scale: SearchScale
  /// What holds between the quantities.
  let relations: ResolvedRelations

  /// A problem in a space, for the law of a card.
  package init(_ subject: FitSubject, _ space: ResolvedSpace, _ card: ModelCard) {
    self.subject = subject
    lanes = space.lanes
    corner = space.corner
    relations = space.relations
    var (lower, upper) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    var priors = [8 of Prior](repeating: .uniform)
    var logarithmic = ParameterSet()
    for lane in lanes.indices {
      let range = space.ranges[lanes[lane]]
      (lower[lane], upper[lane], priors[lane]) = (range.lower, range.upper, range.prior)
      let isLogarithmic =
        switch lanes[lane] {
        case .parameter(let position): card.parameters[position].isLogarithmic
        case .galaxy(.distance): true
        case .galaxy(.inclination): false
        case .galaxy: range.isWide
        }
      if isLogarithmic || range.prior == .logUniform { logarithmic.insert(lane) }
    }
    box = ParameterBox(lower: lower, upper: upper, free: ParameterSet(lanes.indices))
    (self.priors, self.logarithmic) = (priors, logarithmic)
    scale = SearchScale(box, logarithmic: logarithmic)
  }

  /// Every quantity where the free ones have the values of some lanes.
  func quantities(at values: SIMD8<Double>) -> Quantities {
    completed(lanes.quantities(at: values, over: corner))
  }

  /// A place with its tied quantities where the others put them.
  func completed(_ quantities: Quantities) -> Quantities {
    relations.isEmpty ? quantities : relations.completed(quantities)
  }

  /// −2 ln of the priors, up to their constants.
  func priorTerm(_ quantities: Quantities) -> Double {
    var sum = 0.0
    for lane in lanes.indices where !priors[lane].isFlat {
      let residual = priors[lane].residual(quantities[lanes[lane]]).value
      sum += residual * residual
    }
    if !relations.isEmpty { sum += relations.priorTerm(at: quantities) }
    return sum
  }
}

extension FitRange {
  /// Whether a ratio of which nothing is known but bounds may lie anywhere over decades.
  fileprivate var isWide: Bool { prior.isFlat && upper > 20 * max(lower, 0.05) }
}

extension ModelCard.Parameter {
  /// Whether a search spreads its starts, and moves, in its logarithm.
  fileprivate var isLogarithmic: Bool { spacing == .log || domain == .positive }
}
