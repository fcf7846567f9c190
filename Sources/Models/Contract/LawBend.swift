package import Numerics

/// The second derivatives of a speed by the one or two parameters of its law.
package struct LawBend<Value: LaneValue>: Sendable {
  /// ∂²V by the first parameter, by both, and by the second one.
  package var first = Value(0)
  package var mixed = Value(0)
  package var second = Value(0)

  @inline(__always)
  init() {}
}
