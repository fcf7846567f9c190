/// The ways to compute the circular speed of a disk from its surface density, oldest first.
package enum DiskMethod: String, CaseIterable, Sendable {
  /// Rings on even nodes, with a softened potential and no matter inside the first radius.
  case rings = "v1_thin_disk_rings"
  /// The integral of the force over the continued profile, to about ten digits.
  case accurate = "v2_thin_disk"

  /// The square of the circular speed of a disk at the radii of its table.
  ///
  /// - Parameters:
  ///   - disk: The surface density; shape `[n]`.
  ///   - thickness: How the matter is spread across the plane.
  /// - Returns: V², (km/s)², negative where the disk pulls outward; shape `[n]`.
  /// - Precondition: ``rings`` knows thin disks only.
  package func squaredSpeeds(of disk: SurfaceDensity, thickness: DiskThickness = .thin) -> [Double]
  {
    squaredSpeeds(of: disk, at: disk.radius, thickness: thickness)
  }

  /// The square of the circular speed of a disk at any radii.
  ///
  /// - Parameters:
  ///   - disk: The surface density.
  ///   - radii: Where to take the speed, kpc, not negative; shape `[k]`.
  ///   - thickness: How the matter is spread across the plane.
  /// - Returns: V², (km/s)², negative where the disk pulls outward; shape `[k]`.
  /// - Precondition: ``rings`` knows thin disks only.
  package func squaredSpeeds(
    of disk: SurfaceDensity, at radii: [Double], thickness: DiskThickness = .thin
  ) -> [Double] {
    switch self {
    case .rings:
      precondition(thickness == .thin, "the method of rings knows thin disks only")
      let rings = DiskOfRings(disk)
      return radii.map(rings.squaredSpeed(at:))
    case .accurate:
      let attraction = DiskAttraction(of: disk, thickness: thickness)
      return radii.map(attraction.squaredSpeed(at:))
    }
  }

  /// The mass that the method gives a disk.
  ///
  /// - Parameters:
  ///   - disk: The surface density.
  ///   - first: The first radius that was measured, kpc.
  ///   - last: The last, kpc.
  /// - Returns: What lies inside, within and beyond these radii, M☉.
  package func mass(
    of disk: SurfaceDensity, tabulatedFrom first: Double, through last: Double
  ) -> DiskMass {
    switch self {
    case .rings: DiskMass(tabulated: DiskOfRings(disk).mass)
    case .accurate: ContinuedProfile(disk).mass(tabulatedFrom: first, through: last)
    }
  }
}
