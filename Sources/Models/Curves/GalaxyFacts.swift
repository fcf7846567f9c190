package import Galaxies

/// What a law may know of its galaxy: every number of the catalogue under the name it has there,
/// and the masses of its stars and gas; NaN where it is missing.
///
/// Lengths, luminosities, masses and speeds are those at the distance and inclination of a fit; all
/// else is as in the catalogue.
package struct GalaxyFacts: Sendable {
  package var hubbleType = Double.nan
  package var distance = Double.nan
  package var distanceError = Double.nan
  package var distanceMethod = Double.nan
  package var inclination = Double.nan
  package var inclinationError = Double.nan
  package var luminosity = Double.nan
  package var luminosityError = Double.nan
  package var effectiveRadius = Double.nan
  package var effectiveSurfaceBrightness = Double.nan
  package var diskScaleLength = Double.nan
  package var diskCentralSurfaceBrightness = Double.nan
  package var hydrogenMass = Double.nan
  package var hydrogenRadius = Double.nan
  package var flatSpeed = Double.nan
  package var flatSpeedError = Double.nan
  package var quality = Double.nan
  package var points = Double.nan
  package var innermostRadius = Double.nan
  package var outermostRadius = Double.nan
  /// Mass of the stars for the mass-to-light ratios of a fit, 1e9 M☉.
  package var stellarMass = Double.nan
  /// Mass of the gas with its helium, 1e9 M☉.
  package var gasMass = Double.nan

  /// No facts at all.
  package init() {}

  /// The facts of the catalogue.
  package init(of galaxy: Galaxy) {
    for fact in GalaxyFact.all { self[keyPath: fact.path] = fact.catalogue(of: galaxy) }
  }

  /// The facts at another distance and inclination.
  ///
  /// - Parameters:
  ///   - length: The factor on every length.
  ///   - speed: The factor on every observed speed.
  /// - Returns: The facts; luminosities and masses go with the square of the length.
  @inline(__always)
  func scaled(length: Double, speed: Double) -> GalaxyFacts {
    var facts = self
    facts.effectiveRadius *= length
    facts.diskScaleLength *= length
    facts.hydrogenRadius *= length
    facts.innermostRadius *= length
    facts.outermostRadius *= length
    facts.luminosity *= length * length
    facts.luminosityError *= length * length
    facts.hydrogenMass *= length * length
    facts.flatSpeed *= speed
    facts.flatSpeedError *= speed
    return facts
  }
}
