import Models

extension FitSpace {
  /// Frees a quantity of the galaxy between bounds, those of its domain where none are given.
  func freeing(
    _ parameter: GalaxyParameter, of law: any RotationLaw.Type,
    in bounds: ClosedRange<Double>? = nil, _ prior: Prior = .uniform
  ) -> FitSpace {
    var space = self
    let position = GalaxyParameter.allCases.firstIndex(of: parameter).map {
      law.card.parameters.count + $0
    }
    guard let position else { return self }
    space.lower[position] = (bounds ?? parameter.domain).lowerBound
    space.upper[position] = (bounds ?? parameter.domain).upperBound
    space.priors[position] = prior
    return space
  }

  /// Fixes a quantity of the galaxy.
  func fixing(
    _ parameter: GalaxyParameter, of law: any RotationLaw.Type, at value: Double
  ) -> FitSpace {
    freeing(parameter, of: law, in: value...value)
  }
}
