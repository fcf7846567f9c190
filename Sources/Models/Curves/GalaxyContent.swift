package import Galaxies

/// The light of a galaxy's stars by component, and its gas, for the distance of the catalogue.
///
///     M_stars = Υ_disk L_disk + Υ_bulge L_bulge,  M_gas = Υ_gas · 1.33 M_HI
///
/// The catalogue has the light of disk and bulge together. That of the bulge follows from its
/// curve, which is the one of a sphere: L_bulge = V²_bulge R / G for a mass-to-light ratio of one,
/// at the radius where it is largest, and no more than there is. The disk has the rest. Light and
/// mass go with the square of the distance, as V² R does.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157, for the spherical bulges and the
///   helium.
package struct GalaxyContent: Sendable {
  /// Luminosity of the disk at 3.6 µm, 1e9 L☉; zero where the catalogue has no luminosity.
  package let diskLight: Double
  /// Luminosity of the bulge at 3.6 µm, 1e9 L☉; zero where the catalogue has no luminosity.
  package let bulgeLight: Double
  /// Mass of the gas with its helium, 1e9 M☉; zero where the catalogue has no mass of hydrogen.
  package let gasMass: Double

  package init(of galaxy: Galaxy) {
    let light = galaxy.luminosity > 0 ? galaxy.luminosity : 0
    let sphere = zip(galaxy.curve.bulgeSpeed, galaxy.curve.radius).reduce(0) { most, point in
      max(most, point.0.magnitude * point.0 * point.1 / Constants.gravity)
    }
    bulgeLight = min(light, 1e-9 * sphere)
    diskLight = light - bulgeLight
    gasMass = galaxy.hydrogenMass > 0 ? Constants.gasPerHydrogen * galaxy.hydrogenMass : 0
  }

  private init(diskLight: Double, bulgeLight: Double, gasMass: Double) {
    (self.diskLight, self.bulgeLight, self.gasMass) = (diskLight, bulgeLight, gasMass)
  }

  /// The content at another distance.
  ///
  /// - Parameter length: The factor on every length.
  /// - Returns: The content, which goes with the square of that factor.
  @inline(__always)
  func scaled(length: Double) -> GalaxyContent {
    let area = length * length
    return GalaxyContent(
      diskLight: area * diskLight, bulgeLight: area * bulgeLight, gasMass: area * gasMass)
  }
}
