/// Some of the quantities of a ``ParameterVector``, by position.
package struct ParameterSet: Equatable, Sendable {
  private var bits: UInt8 = 0

  package init() {}

  package init(_ positions: some Sequence<Int>) {
    for position in positions { insert(position) }
  }

  package mutating func insert(_ position: Int) {
    bits |= 1 << UInt8(position)
  }

  package mutating func remove(_ position: Int) {
    bits &= ~(1 << UInt8(position))
  }

  package func contains(_ position: Int) -> Bool {
    bits >> UInt8(position) & 1 == 1
  }

  /// How many there are.
  package var count: Int { bits.nonzeroBitCount }
}
