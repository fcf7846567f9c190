import Numerics

/// What holds between the quantities of a fit of one galaxy: ties, and priors of a general form.
package struct ResolvedRelations: Sendable {
  /// The quantities that follow from what is free, each after those that it names.
  private(set) var ties: [ResolvedTie] = []
  /// The general priors of what is free.
  private(set) var priors: [ResolvedPrior] = []
  private let lanes: FreeLanes

  /// Nothing.
  init() {
    lanes = FreeLanes()
  }

  init(_ ties: [ResolvedTie], _ priors: [ResolvedPrior], _ lanes: FreeLanes) {
    (self.ties, self.priors, self.lanes) = (ties, priors, lanes)
  }

  package var isEmpty: Bool { ties.isEmpty && priors.isEmpty }

  /// The quantities that are tied.
  package var tied: [Quantity] { ties.map(\.quantity) }

  /// Whether a quantity is one of a general prior, or bears on one or on a tie.
  func involve(_ quantity: Quantity) -> Bool {
    priors.contains { prior in
      prior.quantity == quantity || prior.formulas.contains { $0.names { $0 == quantity } }
    } || ties.contains { $0.formula.names { $0 == quantity } }
  }

  /// The general prior of a lane.
  func prior(of lane: Int) -> ResolvedPrior? {
    priors.first { $0.lane == lane }
  }

  /// A place with its tied quantities where the others put them, and all slopes.
  func related(_ quantities: Quantities) -> RelatedQuantities {
    RelatedQuantities(quantities, ties, lanes)
  }

  /// A place with its tied quantities where the others put them.
  package func completed(_ quantities: Quantities) -> Quantities {
    var quantities = quantities
    for tie in ties { quantities[tie.quantity] = tie.formula.value(at: quantities) }
    return quantities
  }

  /// −2 ln of the general priors, up to their constants.
  func priorTerm(at quantities: Quantities) -> Double {
    guard !priors.isEmpty else { return 0 }
    let place = related(quantities)
    return priors.reduce(0) { $0 + $1.value(at: place) }
  }

  /// The natural logarithm of the general priors, over that of flat ones within the same bounds.
  ///
  /// - Parameter quantities: A place within the bounds, whose tied quantities do not count.
  /// - Returns: The logarithm; −∞ where a prior has no value, or a tied quantity no sense.
  package func logPriorRatio(at quantities: Quantities) -> Double {
    let place = related(quantities)
    guard admit(place.values), tied.allSatisfy({ !place.values[$0].isNaN }) else {
      return -.infinity
    }
    return priors.reduce(0) { $0 + $1.logRatio(at: place) }
  }

  /// The lanes that bear on the general prior of a lane, by its formulas and the priors and ties of
  /// what these name; nil where the lane has no general prior.
  package func ancestors(of lane: Int) -> [Int]? {
    guard let own = prior(of: lane) else { return nil }
    var found: [Int] = []
    var open = own.formulas
    while let formula = open.popLast() {
      for quantity in formula.quantities {
        if let tie = ties.first(where: { $0.quantity == quantity }) {
          open.append(tie.formula)
        } else if let next = lanes.lane(of: quantity), next != lane, !found.contains(next) {
          found.append(next)
          if let prior = prior(of: next) { open += prior.formulas }
        }
      }
    }
    return found
  }

  /// The natural logarithm of the general prior of a lane, over that of a flat one within the same
  /// bounds; zero where the lane has none.
  package func logPriorRatio(of lane: Int, at quantities: Quantities) -> Double {
    guard let own = prior(of: lane) else { return 0 }
    return own.logRatio(at: related(quantities))
  }

  /// Whether tied quantities have values that make sense; one without a value does not count.
  func admit(_ quantities: Quantities) -> Bool {
    ties.allSatisfy { tie in
      let value = quantities[tie.quantity]
      return value.isNaN || tie.admits(value)
    }
  }

  /// The second derivatives of half the normalisers of the priors, by lane.
  ///
  /// - Parameters:
  ///   - quantities: Where.
  ///   - box: The bounds by lane.
  /// - Returns: What the normal equations lack: they have the slopes of the residuals alone. From
  ///   differences over 1e-5 of a quantity, or of its range.
  func normaliserCurvature(at quantities: Quantities, within box: ParameterBox) -> CurvatureMatrix {
    var curvature = CurvatureMatrix(size: lanes.count)
    guard !priors.isEmpty else { return curvature }
    func slopes(_ lane: Int, _ value: Double) -> SIMD8<Double> {
      var moved = quantities
      moved[lanes[lane]] = value
      let place = related(moved)
      return priors.reduce(.zero) { $0 + ($1.normaliserSlopes(at: place) ?? .zero) }
    }
    var rows = [8 of SIMD8<Double>](repeating: .zero)
    for lane in lanes.indices {
      let value = quantities[lanes[lane]]
      let step = 1e-5 * max(value.magnitude, 1e-3 * (box.upper[lane] - box.lower[lane]))
      let (low, high) = (
        max(value - step, box.lower[lane]), min(value + step, box.upper[lane])
      )
      rows[lane] = (slopes(lane, high) - slopes(lane, low)) / (high - low)
    }
    for i in lanes.indices {
      for j in lanes.indices { curvature[i, j] = 0.5 * (rows[i][j] + rows[j][i]) }
    }
    return curvature
  }
}
