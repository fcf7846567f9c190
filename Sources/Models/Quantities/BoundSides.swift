/// The bounds that the quantities of a fit lie on.
package struct BoundSides: Equatable, Sendable {
  package enum Side: String, CaseIterable, Sendable {
    case lower
    case upper
  }

  /// The sides as bits, so that a record can hold them in a number: two for each parameter that a
  /// law may have, then two for each quantity of the galaxy, the lower bound first.
  package private(set) var bits: Int

  package init(bits: Int = 0) {
    self.bits = bits
  }

  package var isEmpty: Bool { bits == 0 }

  package func contains(_ side: Side, of quantity: Quantity) -> Bool {
    bits >> Self.place(side, quantity) & 1 == 1
  }

  package mutating func insert(_ side: Side, of quantity: Quantity) {
    bits |= 1 << Self.place(side, quantity)
  }

  /// Whether no bit stands for anything but a side of these quantities, none of them on both.
  package func isOfOnly(_ quantities: [Quantity]) -> Bool {
    var known = BoundSides()
    for quantity in quantities {
      let sides = Side.allCases.filter { contains($0, of: quantity) }
      if sides.count > 1 { return false }
      for side in sides { known.insert(side, of: quantity) }
    }
    return known == self
  }

  private static func place(_ side: Side, _ quantity: Quantity) -> Int {
    let position: Int =
      switch quantity {
      case .parameter(let position): position
      case .galaxy(.upsilonDisk): ParameterVector.capacity
      case .galaxy(.upsilonBulge): ParameterVector.capacity + 1
      case .galaxy(.upsilonGas): ParameterVector.capacity + 2
      case .galaxy(.distance): ParameterVector.capacity + 3
      case .galaxy(.inclination): ParameterVector.capacity + 4
      }
    return 2 * position + (side == .lower ? 0 : 1)
  }
}
