/// The quantities of a fit at one place, with those that follow from others, and the slopes of all
/// by what is free.
struct RelatedQuantities {
  private(set) var values: Quantities
  private let lanes: FreeLanes
  /// The derivatives by lane of the quantities that follow from others, in their order.
  private(set) var tied: [(quantity: Quantity, slopes: SIMD8<Double>)] = []

  /// - Parameters:
  ///   - quantities: The place; what it has of tied quantities does not count.
  ///   - ties: The ties, each after those that it names.
  ///   - lanes: What is free.
  init(_ quantities: Quantities, _ ties: [ResolvedTie], _ lanes: FreeLanes) {
    (values, self.lanes) = (quantities, lanes)
    for tie in ties {
      let number = tie.formula { self[$0] }
      values[tie.quantity] = number.value
      tied.append((tie.quantity, number.slopes))
    }
  }

  /// A quantity with its slopes.
  subscript(quantity: Quantity) -> SlopedNumber {
    var slopes = SIMD8<Double>.zero
    if let lane = lanes.lane(of: quantity) {
      slopes[lane] = 1
    } else if let tie = tied.first(where: { $0.quantity == quantity }) {
      slopes = tie.slopes
    }
    return SlopedNumber(values[quantity], slopes: slopes)
  }

  /// What the slopes by tied quantities add to those by lane.
  ///
  /// - Parameter slopes: The derivatives of some number by every quantity.
  /// - Returns: What they add, by lane.
  @inline(__always)
  func chained(_ slopes: Quantities) -> SIMD8<Double> {
    tied.reduce(.zero) { sum, tie in
      let slope = slopes[tie.quantity]
      return slope == 0 ? sum : sum + slope * tie.slopes
    }
  }
}
