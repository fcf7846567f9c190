/// What a law may look at in one point of a curve.
package struct LawPoint: Sendable {
  /// Distance from the centre, kpc.
  package let radius: Double
  /// Speed due to the baryons, km/s.
  package let baryonSpeed: Double
  /// Scale length of the galaxy's disk, kpc; NaN where the catalogue has none.
  package let diskScaleLength: Double

  package init(radius: Double, baryonSpeed: Double, diskScaleLength: Double) {
    self.radius = radius
    self.baryonSpeed = baryonSpeed
    self.diskScaleLength = diskScaleLength
  }
}
