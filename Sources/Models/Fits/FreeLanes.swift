/// The lanes in which the vectors of a search hold what a fit varies: the free quantities side by
/// side, those of the law first.
///
/// This is the one place that knows which lane stands for which quantity.
package struct FreeLanes: Sendable {
  /// The largest number of quantities that a fit can vary.
  package static let capacity = 8

  package private(set) var count = 0
  private var quantities = [8 of Quantity](repeating: .parameter(0))

  package init() {}

  /// Gives a free quantity the next lane.
  ///
  /// - Precondition: There are not more than ``capacity``.
  mutating func append(_ quantity: Quantity) {
    precondition(count < Self.capacity, "a fit varies at most eight quantities")
    quantities[count] = quantity
    count += 1
  }

  package var indices: Range<Int> { 0..<count }

  /// The quantity in a lane.
  package subscript(lane: Int) -> Quantity { quantities[lane] }

  /// The lane of a quantity; `nil` for one that is not free.
  package func lane(of quantity: Quantity) -> Int? {
    indices.first { quantities[$0] == quantity }
  }

  /// The free ones among some quantities by lane; zero in the lanes that are not used.
  @inline(__always)
  package func lanes(of values: Quantities) -> SIMD8<Double> {
    var lanes = SIMD8<Double>.zero
    for lane in 0..<count { lanes[lane] = values[quantities[lane]] }
    return lanes
  }

  /// Some quantities with the free ones replaced by those in the lanes.
  @inline(__always)
  package func quantities(at lanes: SIMD8<Double>, over fixed: Quantities) -> Quantities {
    var values = fixed
    for lane in 0..<count { values[quantities[lane]] = lanes[lane] }
    return values
  }
}
