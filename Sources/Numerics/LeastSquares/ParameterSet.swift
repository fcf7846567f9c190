/// Some of the eight positions of a vector of parameters.
///
/// Public, not package, so that searches of other modules are specialised with it.
public struct ParameterSet: Equatable, Sendable {
  @usableFromInline var bits: UInt8 = 0

  @inlinable
  public init() {}

  @inlinable
  public init(_ positions: some Sequence<Int>) {
    for position in positions { insert(position) }
  }

  @inlinable
  public mutating func insert(_ position: Int) {
    bits |= 1 << UInt8(position)
  }

  @inlinable
  public mutating func remove(_ position: Int) {
    bits &= ~(1 << UInt8(position))
  }

  @inlinable
  public func contains(_ position: Int) -> Bool {
    bits >> UInt8(position) & 1 == 1
  }

  /// How many there are.
  @inlinable
  public var count: Int { bits.nonzeroBitCount }

  @inlinable
  public var isEmpty: Bool { bits == 0 }
}
