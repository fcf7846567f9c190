package import Galaxies

extension GalaxyParameter {
  /// What the catalogue's value and error say of the quantity; without sense where it has none.
  ///
  /// - Parameters:
  ///   - galaxy: The galaxy.
  ///   - isLogarithmic: Whether the error is taken as that of the logarithm.
  /// - Returns: A normal or lognormal prior.
  package func prior(of galaxy: Galaxy, isLogarithmic: Bool) -> Prior {
    let known = catalogue(of: galaxy)
    return isLogarithmic
      ? .lognormal(of: known.value, error: known.error)
      : .normal(mean: known.value, sigma: known.error)
  }
}
