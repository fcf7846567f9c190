package import Galaxies

/// Where each quantity of a fit may lie, and what is known of it beforehand.
///
/// The quantities are the parameters of a law in the order of its card, then every
/// ``GalaxyParameter`` in order. A quantity whose bounds are equal, or whose prior has no width, is
/// fixed, and what else is known of it does not count. A distance or inclination whose bounds are both NaN is that of the catalogue, and fixed.
package struct FitSpace: Sendable {
  package var lower: ParameterVector
  package var upper: ParameterVector
  /// The priors by position; shape `[capacity]`, uniform where a spec says nothing.
  package var priors: [8 of Prior]

  package init(lower: ParameterVector, upper: ParameterVector, priors: [Prior] = []) {
    self.lower = lower
    self.upper = upper
    self.priors = [8 of Prior](repeating: .uniform)
    for (position, prior) in priors.enumerated() { self.priors[position] = prior }
  }

  /// The space of a law whose galaxy is as in the catalogue.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - bounds: Lower and upper bound of each parameter of the law's card.
  ///   - ratios: The mass-to-light ratios.
  package init(
    _ law: any RotationLaw.Type, _ bounds: (lower: ParameterVector, upper: ParameterVector),
    _ ratios: MassToLight
  ) {
    self.init(lower: bounds.lower, upper: bounds.upper)
    let first = law.card.parameters.count
    lower[first] = ratios.disk
    lower[first + 1] = ratios.bulge
    lower[first + 2] = ratios.gas
    lower[first + 3] = .nan
    lower[first + 4] = .nan
    for i in first..<(first + 5) { upper[i] = lower[i] }
  }
}
