/// The surface density of a disk at some radii, innermost first.
///
/// Invariants: both arrays have shape `[n]`, n ≥ 1; radii are positive and increase strictly;
/// densities are finite and not negative.
package struct SurfaceDensity: Equatable, Sendable {
  /// Distance from the centre, kpc; shape `[n]`.
  package let radius: [Double]
  /// Mass per area of the disk, seen face-on, M☉/pc²; shape `[n]`.
  package let density: [Double]

  /// Takes a profile; a reader of files has checked it.
  ///
  /// - Parameters:
  ///   - radius: Distance from the centre, kpc, positive, strictly increasing; shape `[n]`.
  ///   - density: Mass per area, M☉/pc², finite, not negative; shape `[n]`.
  package init(radius: [Double], density: [Double]) {
    precondition(radius.count == density.count, "as many densities as radii")
    precondition(!radius.isEmpty, "a profile has at least one point")
    precondition(
      radius[0] > 0 && radius.last?.isFinite == true
        && zip(radius, radius.dropFirst()).allSatisfy { $0 < $1 },
      "radii are positive and increase strictly")
    precondition(
      density.allSatisfy { $0 >= 0 && $0.isFinite }, "densities are finite and not negative")
    self.radius = radius
    self.density = density
  }

  /// How many points there are.
  package var count: Int { radius.count }

  /// The last radius, kpc.
  package var lastRadius: Double { radius[radius.count - 1] }

  /// The table with one more radius, of no density, as far from the last as that from the one
  /// before it (or from the centre): the disk falls in a straight line to nothing there.
  ///
  /// An edge at the last radius itself would give an infinite speed there.
  package var endingInZero: SurfaceDensity {
    let next = lastRadius + (lastRadius - (count > 1 ? radius[count - 2] : 0))
    guard next.isFinite else { return self }
    return SurfaceDensity(radius: radius + [next], density: density + [0])
  }
}
