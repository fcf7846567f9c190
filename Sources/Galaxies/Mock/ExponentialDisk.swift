import Numerics

/// A thin disk whose surface density falls off exponentially.
///
///     Σ = Σ₀ e^(−R/R_d)
///     V² = 4πGΣ₀R_d y² [I₀K₀ − I₁K₁](y),  y = R / 2R_d
///
/// The speed rises from zero to a peak at 2.15 scale lengths and tends to that of a point mass.
///
/// - SeeAlso: Freeman 1970, ApJ 160, 811.
package struct ExponentialDisk: Equatable, Sendable {
  /// Central surface density, M☉/pc².
  package let centralDensity: Double
  /// Scale length, kpc, positive.
  package let scaleLength: Double

  package init(centralDensity: Double, scaleLength: Double) {
    self.centralDensity = centralDensity
    self.scaleLength = scaleLength
  }

  /// The whole mass, M☉.
  package var mass: Double {
    2 * .pi * centralDensity * 1e6 * scaleLength * scaleLength
  }

  /// The surface density in M☉/pc² at a distance from the centre in kpc.
  package func density(at radius: Double) -> Double {
    centralDensity * Elementary.exp(-radius / scaleLength)
  }

  /// The square of the circular speed.
  ///
  /// - Parameters:
  ///   - radius: Distance from the centre, kpc, positive.
  ///   - gravity: The constant of gravitation, kpc (km/s)² / M☉.
  /// - Returns: V², (km/s)².
  package func squaredSpeed(at radius: Double, gravity: Double = Constants.gravity) -> Double {
    let y = radius / (2 * scaleLength)
    let bracket = Bessel.i0(y) * Bessel.k0(y) - Bessel.i1(y) * Bessel.k1(y)
    return 4 * .pi * gravity * (centralDensity * 1e6) * scaleLength * (y * y) * bracket
  }
}
