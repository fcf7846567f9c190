package import Numerics

/// How a speed answers to the size of its galaxy, beside what the baryons do to it.
///
/// A law that does not use a fact leaves its slope at zero. With these slopes a fit knows how the
/// speed changes with distance, inclination and mass-to-light ratios.
package struct GalaxySlopes<Value: LaneValue>: Sendable {
  /// R ∂V/∂R + Σ ℓ ∂V/∂ℓ over every length ℓ of the galaxy, at the same V_bary, km/s: by the
  /// logarithm of all lengths at once, which go with the distance.
  package var length: Value
  /// Σ L ∂V/∂L over luminosities and the mass of hydrogen, km/s: by the logarithm of all at once,
  /// which go with the square of the distance.
  package var light = Value(0)
  /// Σ v ∂V/∂v over the observed speeds of the catalogue, km/s; they go with 1 / sin i.
  package var speed = Value(0)
  /// ∂V/∂M of the mass of the stars, km/s per 1e9 M☉.
  package var stellarMass = Value(0)
  /// ∂V/∂M of the mass of the gas, km/s per 1e9 M☉.
  package var gasMass = Value(0)

  @inline(__always)
  package init(length: Value) {
    self.length = length
  }

  /// The slopes of a multiple of the speed.
  @inline(__always)
  func times(_ factor: Value) -> GalaxySlopes {
    var slopes = GalaxySlopes(length: factor * length)
    slopes.light = factor * light
    slopes.speed = factor * speed
    slopes.stellarMass = factor * stellarMass
    slopes.gasMass = factor * gasMass
    return slopes
  }
}
