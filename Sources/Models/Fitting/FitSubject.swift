package import Galaxies

/// What a fit knows of a galaxy.
package struct FitSubject: Sendable {
  package let curve: WeightedCurve
  /// Scale length of the disk, kpc; NaN where the catalogue has none.
  package let diskScaleLength: Double
  /// Distance of the catalogue, Mpc; NaN where it has none.
  package let distance: Double
  /// Inclination of the catalogue, degrees; NaN where it has none.
  package let inclination: Double
  /// Whether the curve has a disk, a bulge and gas anywhere; the ratio of a component that is not
  /// there cannot be free.
  package let hasDisk: Bool
  package let hasBulge: Bool
  package let hasGas: Bool

  package init(_ galaxy: Galaxy) {
    curve = WeightedCurve(galaxy.curve)
    diskScaleLength = galaxy.diskScaleLength
    distance = galaxy.distance
    inclination = galaxy.inclination
    hasDisk = galaxy.curve.diskSpeed.contains { $0 != 0 }
    hasBulge = galaxy.curve.bulgeSpeed.contains { $0 != 0 }
    hasGas = galaxy.curve.gasSpeed.contains { $0 != 0 }
  }
}
