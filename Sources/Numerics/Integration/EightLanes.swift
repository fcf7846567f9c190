extension SIMD8<Double> {
  /// The numbers n, n + 1, … n + 7.
  package init(risingFrom first: Double) {
    self = SIMD8(0, 1, 2, 3, 4, 5, 6, 7) + first
  }

  /// The sum of the lanes, always added in the same order.
  package var total: Double {
    let quarters = lowHalf + highHalf
    let halves = quarters.lowHalf + quarters.highHalf
    return halves[0] + halves[1]
  }
}
