/// The slopes of a law at one point: how the speed answers to everything it depends on.
package struct LawDerivatives: Sendable {
  /// ∂V/∂parameter, in the order of the card and in the units of V over those of the parameter.
  package var parameters = ParameterVector()
  /// ∂V/∂V_bary, without unit.
  package var baryonSpeed = 1.0
  /// ∂V/∂V²_bary at the same V_bary, s/km; zero for a law that does not look at the signed square.
  package var baryonSquare = 0.0
  /// The slopes by the radius and by what is known of the galaxy.
  package var galaxy = GalaxySlopes()

  package init() {}
}
