package import Numerics

/// The slopes of a law at one point: how the speed answers to everything it depends on.
package struct LawDerivatives<Value: LaneValue>: Sendable {
  /// ∂V/∂parameter, in the order of the card and in the units of V over those of the parameter.
  package var parameters = ParameterValues<Value>()
  /// The second derivatives by the parameters, where the law says that it has them.
  package var bend = LawBend<Value>()
  /// ∂V/∂V_bary, without unit.
  package var baryonSpeed = Value(1)
  /// ∂V/∂V²_bary at the same V_bary, s/km; zero for a law that does not look at the signed square.
  package var baryonSquare = Value(0)
  /// The slopes by the radius and by what is known of the galaxy.
  package var galaxy = GalaxySlopes(length: Value(0))

  @inline(__always)
  package init() {}
}
