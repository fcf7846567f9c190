import Numerics

/// A gas disk with a hole in the middle: one exponential disk less a smaller one.
///
///     Σ = Σ₀ (e^(−R/R_g) − h e^(−R/R_h)),  R_h < R_g,  0 ≤ h ≤ 1
///
/// The density is nowhere negative. Inside the hole the gas pulls outward, so the square of its
/// speed is negative there.
package struct HoledGasDisk: Equatable, Sendable {
  private let disk: ExponentialDisk
  private let hole: ExponentialDisk

  /// Makes a disk of a given mass.
  ///
  /// - Parameters:
  ///   - mass: Mass of the gas with its helium, M☉, positive.
  ///   - scaleLength: The scale length R_g, kpc, positive.
  ///   - holeScaleLength: The scale length R_h, kpc, positive and less than R_g.
  ///   - depth: How empty the centre is: 0 without a hole, 1 without gas in the centre.
  package init(mass: Double, scaleLength: Double, holeScaleLength: Double, depth: Double) {
    precondition(holeScaleLength < scaleLength, "the hole must be smaller than the disk")
    let area =
      2 * Double.pi * 1e6
      * (scaleLength * scaleLength - depth * (holeScaleLength * holeScaleLength))
    let density = mass / area
    disk = ExponentialDisk(centralDensity: density, scaleLength: scaleLength)
    hole = ExponentialDisk(centralDensity: density * depth, scaleLength: holeScaleLength)
  }

  /// The surface density, M☉/pc².
  package func density(at radius: Double) -> Double {
    disk.density(at: radius) - hole.density(at: radius)
  }

  /// The circular speed, km/s, negative where the gas pulls outward.
  package func speed(at radius: Double) -> Double {
    let squared = disk.squaredSpeed(at: radius) - hole.squaredSpeed(at: radius)
    return squared < 0 ? -(-squared).squareRoot() : squared.squareRoot()
  }

  /// The outermost radius with some surface density, kpc; NaN where there is none.
  package func radius(ofDensity density: Double) -> Double {
    let step = 0.05 * disk.scaleLength
    // Twenty scale lengths out the density is 2e-9 of the central one.
    guard let outside = (0...400).last(where: { self.density(at: Double($0) * step) >= density }),
      outside < 400
    else { return .nan }
    let interval = Double(outside) * step...Double(outside + 1) * step
    return BracketedRoot(of: { self.density(at: $0) - density }, in: interval)?.root ?? .nan
  }
}
