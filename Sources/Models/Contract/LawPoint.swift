/// What a law may look at in one point of a curve.
package struct LawPoint: Sendable {
  /// Distance from the centre, kpc.
  package let radius: Double
  /// Speed due to the baryons, km/s; zero where they pull outward.
  package let baryonSpeed: Double
  /// The square of the speed due to the baryons, km²/s²; negative where they pull outward.
  package let baryonSquare: Double
  /// What is known of the galaxy.
  package let galaxy: GalaxyFacts

  /// A point of a curve.
  @inline(__always)
  init(_ point: ScaledPoint, of galaxy: GalaxyFacts) {
    radius = point.radius
    baryonSpeed = point.baryonSpeed
    baryonSquare = point.baryonSquare
    self.galaxy = galaxy
  }

  /// A point where the baryons pull inward.
  package init(radius: Double, baryonSpeed: Double, of galaxy: GalaxyFacts = GalaxyFacts()) {
    self.radius = radius
    self.baryonSpeed = baryonSpeed
    baryonSquare = baryonSpeed * baryonSpeed
    self.galaxy = galaxy
  }

  /// A point where the baryons pull either way.
  package init(radius: Double, baryonSquare: Double, of galaxy: GalaxyFacts = GalaxyFacts()) {
    self.radius = radius
    baryonSpeed = max(0, baryonSquare).squareRoot()
    self.baryonSquare = baryonSquare
    self.galaxy = galaxy
  }
}
