/// Where each quantity of a fit may lie, and what is known of it beforehand.
///
/// The quantities are the parameters of a law in the order of its card, then every
/// ``GalaxyParameter`` in order. A quantity whose bounds are equal, or whose prior has no width, is
/// fixed. A distance or inclination that is NaN is that of the catalogue, and fixed.
package struct FitSpace: Sendable {
  package var lower: ParameterVector
  package var upper: ParameterVector
  /// The priors by position; shape `[capacity]`, uniform where a spec says nothing.
  package var priors: [Prior]

  package init(lower: ParameterVector, upper: ParameterVector, priors: [Prior] = []) {
    self.lower = lower
    self.upper = upper
    self.priors =
      priors
      + [Prior](repeating: .uniform, count: max(0, ParameterVector.capacity - priors.count))
  }
}
