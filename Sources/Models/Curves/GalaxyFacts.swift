package import Galaxies
package import Numerics

/// What a law may know of its galaxy: every number of the catalogue under the name it has there,
/// and the masses of its stars and gas; NaN where it is missing.
///
/// Lengths, luminosities, masses and speeds are those at the distance and inclination of a fit; all
/// else is as in the catalogue.
package struct GalaxyFacts<Value: LaneValue>: Sendable {
  package var hubbleType = Value(.nan)
  package var distance = Value(.nan)
  package var distanceError = Value(.nan)
  package var distanceMethod = Value(.nan)
  package var inclination = Value(.nan)
  package var inclinationError = Value(.nan)
  package var luminosity = Value(.nan)
  package var luminosityError = Value(.nan)
  package var effectiveRadius = Value(.nan)
  package var effectiveSurfaceBrightness = Value(.nan)
  package var diskScaleLength = Value(.nan)
  package var diskCentralSurfaceBrightness = Value(.nan)
  package var hydrogenMass = Value(.nan)
  package var hydrogenRadius = Value(.nan)
  package var flatSpeed = Value(.nan)
  package var flatSpeedError = Value(.nan)
  package var quality = Value(.nan)
  package var points = Value(.nan)
  package var innermostRadius = Value(.nan)
  package var outermostRadius = Value(.nan)
  /// Mass of the stars for the mass-to-light ratios of a fit, 1e9 M☉.
  package var stellarMass = Value(.nan)
  /// Mass of the gas with its helium, 1e9 M☉.
  package var gasMass = Value(.nan)

  /// No facts at all.
  package init() {}

  /// The facts at another distance and inclination.
  ///
  /// - Parameters:
  ///   - length: The factor on every length.
  ///   - speed: The factor on every observed speed.
  /// - Returns: The facts; luminosities and masses go with the square of the length.
  @inline(__always)
  func scaled(length: Value, speed: Value) -> GalaxyFacts {
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

extension GalaxyFacts<Double> {
  /// The facts of the catalogue.
  package init(of galaxy: Galaxy) {
    for fact in GalaxyFact.all { self[keyPath: fact.path] = fact.catalogue(of: galaxy) }
  }
}

extension GalaxyFacts {
  /// The same facts in every lane.
  package init(_ facts: GalaxyFacts<Double>) {
    self.init()
    hubbleType = Value(facts.hubbleType)
    distance = Value(facts.distance)
    distanceError = Value(facts.distanceError)
    distanceMethod = Value(facts.distanceMethod)
    inclination = Value(facts.inclination)
    inclinationError = Value(facts.inclinationError)
    luminosity = Value(facts.luminosity)
    luminosityError = Value(facts.luminosityError)
    effectiveRadius = Value(facts.effectiveRadius)
    effectiveSurfaceBrightness = Value(facts.effectiveSurfaceBrightness)
    diskScaleLength = Value(facts.diskScaleLength)
    diskCentralSurfaceBrightness = Value(facts.diskCentralSurfaceBrightness)
    hydrogenMass = Value(facts.hydrogenMass)
    hydrogenRadius = Value(facts.hydrogenRadius)
    flatSpeed = Value(facts.flatSpeed)
    flatSpeedError = Value(facts.flatSpeedError)
    quality = Value(facts.quality)
    points = Value(facts.points)
    innermostRadius = Value(facts.innermostRadius)
    outermostRadius = Value(facts.outermostRadius)
    stellarMass = Value(facts.stellarMass)
    gasMass = Value(facts.gasMass)
  }
}
