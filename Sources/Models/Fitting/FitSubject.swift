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

  package init(_ galaxy: Galaxy) {
    curve = WeightedCurve(galaxy.curve)
    diskScaleLength = galaxy.diskScaleLength
    distance = galaxy.distance
    inclination = galaxy.inclination
  }
}
