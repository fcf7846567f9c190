/// The slopes of a law at one point: how the speed answers to everything it depends on.
package struct LawDerivatives: Sendable {
  /// ∂V/∂parameter, in the order of the card and in the units of V over those of the parameter.
  package var parameters = ParameterVector()
  /// ∂V/∂V_bary, without unit.
  package var baryonSpeed = 1.0
  /// R ∂V/∂R + R_d ∂V/∂R_d at the same V_bary, km/s: the slope by the logarithm of every length of the
  /// point at once, as a change of distance changes them.
  package var length = 0.0

  package init() {}
}
