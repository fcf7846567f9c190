package import Numerics

/// What a law may look at in one point of a curve.
package struct LawPoint<Value: LaneValue>: Sendable {
  /// Distance from the centre, kpc.
  package let radius: Value
  /// Speed due to the baryons, km/s; zero where they pull outward.
  package let baryonSpeed: Value
  /// The square of the speed due to the baryons, km²/s²; negative where they pull outward.
  package let baryonSquare: Value
  /// What is known of the galaxy.
  package let galaxy: GalaxyFacts<Value>

  /// A point of a curve.
  @inline(__always)
  init(_ point: ScaledPoint<Value>, of galaxy: GalaxyFacts<Value>) {
    radius = point.radius
    baryonSpeed = point.baryonSpeed
    baryonSquare = point.baryonSquare
    self.galaxy = galaxy
  }

  /// A point where the baryons pull inward.
  @inline(__always)
  package init(
    radius: Value, baryonSpeed: Value, of galaxy: GalaxyFacts<Value> = GalaxyFacts()
  ) {
    self.radius = radius
    self.baryonSpeed = baryonSpeed
    baryonSquare = baryonSpeed * baryonSpeed
    self.galaxy = galaxy
  }

  /// A point where the baryons pull either way.
  @inline(__always)
  package init(
    radius: Value, baryonSquare: Value, of galaxy: GalaxyFacts<Value> = GalaxyFacts()
  ) {
    self.radius = radius
    baryonSpeed = baryonSquare.replacing(with: 0, where: baryonSquare .< 0).squareRoot()
    self.baryonSquare = baryonSquare
    self.galaxy = galaxy
  }
}
