/// A round bulge without a cusp.
///
///     V² = G M R² / (R² + a²)^(3/2)
///     Σ  = M a² / (π (R² + a²)²)
///
/// Half of its light lies inside the projected radius `a`.
///
/// - SeeAlso: Plummer 1911, MNRAS 71, 460.
package struct PlummerBulge: Equatable, Sendable {
  /// Mass, M☉; for a mass-to-light ratio of one also the luminosity.
  package let mass: Double
  /// The radius `a`, kpc, positive.
  package let scaleRadius: Double

  package init(mass: Double, scaleRadius: Double) {
    self.mass = mass
    self.scaleRadius = scaleRadius
  }

  /// The circular speed, km/s.
  package func speed(at radius: Double) -> Double {
    let squared = radius * radius + scaleRadius * scaleRadius
    return (Constants.gravity * mass * (radius * radius) / (squared * squared.squareRoot()))
      .squareRoot()
  }

  /// The projected surface density, M☉/pc².
  package func density(at radius: Double) -> Double {
    let squared = radius * radius + scaleRadius * scaleRadius
    return mass * (scaleRadius * scaleRadius) / (.pi * (squared * squared)) * 1e-6
  }

  /// The mass inside a projected radius, M☉.
  package func projectedMass(within radius: Double) -> Double {
    mass * (radius * radius) / (radius * radius + scaleRadius * scaleRadius)
  }
}
