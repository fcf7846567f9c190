import Models

extension FitSpace {
  /// Frees a quantity of the galaxy between bounds, those of its domain where none are given.
  func freeing(
    _ parameter: GalaxyParameter, in bounds: ClosedRange<Double>? = nil, _ prior: Prior = .uniform
  ) -> FitSpace {
    var space = self
    space.galaxy[parameter] = FitRange(bounds ?? parameter.domain, prior)
    return space
  }

  /// Fixes a quantity of the galaxy.
  func fixing(_ parameter: GalaxyParameter, at value: Double) -> FitSpace {
    freeing(parameter, in: value...value)
  }
}
