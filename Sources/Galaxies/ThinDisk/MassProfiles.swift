/// The surface densities of a galaxy's components, from which their speeds are computed.
///
/// Invariant: both have the radii of the galaxy's curve as it was read.
package struct MassProfiles: Equatable, Sendable {
  /// The gas with its helium.
  package let gas: SurfaceDensity
  /// The stellar disk for a mass-to-light ratio of one.
  package let disk: SurfaceDensity

  package init(gas: SurfaceDensity, disk: SurfaceDensity) {
    self.gas = gas
    self.disk = disk
  }
}
