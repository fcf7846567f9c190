/// The measured points of a galaxy, innermost first.
///
/// Invariants: all arrays have shape `[n]`; radii are positive and increase strictly; every value
/// is finite. `gasSpeed` is signed: a central hole pulls outward, which is written as a negative
/// speed; likewise a `diskSpeed` that was computed from a surface density.
/// The stellar speeds are those of a mass-to-light ratio of one.
package struct RotationCurve: Equatable, Sendable {
  /// Distance from the centre, kpc; shape `[n]`.
  package var radius: [Double]
  /// Observed circular speed, km/s; shape `[n]`.
  package var observedSpeed: [Double]
  /// Error of the observed speed, km/s, as published; shape `[n]`.
  package var observedSpeedError: [Double]
  /// Speed due to the gas with its helium, km/s, signed; shape `[n]`.
  package var gasSpeed: [Double]
  /// Speed due to the disk for Υ = 1, km/s; shape `[n]`.
  package var diskSpeed: [Double]
  /// Speed due to the bulge for Υ = 1, km/s; shape `[n]`.
  package var bulgeSpeed: [Double]
  /// Surface brightness of the disk, L☉/pc²; NaN where missing; shape `[n]`.
  package var diskSurfaceBrightness: [Double]
  /// Surface brightness of the bulge, L☉/pc²; NaN where missing; shape `[n]`.
  package var bulgeSurfaceBrightness: [Double]

  package init(
    radius: [Double], observedSpeed: [Double], observedSpeedError: [Double], gasSpeed: [Double],
    diskSpeed: [Double], bulgeSpeed: [Double], diskSurfaceBrightness: [Double],
    bulgeSurfaceBrightness: [Double]
  ) {
    self.radius = radius
    self.observedSpeed = observedSpeed
    self.observedSpeedError = observedSpeedError
    self.gasSpeed = gasSpeed
    self.diskSpeed = diskSpeed
    self.bulgeSpeed = bulgeSpeed
    self.diskSurfaceBrightness = diskSurfaceBrightness
    self.bulgeSurfaceBrightness = bulgeSurfaceBrightness
  }

  /// How many points there are.
  package var count: Int { radius.count }

  /// The curve of the points at some positions, in order.
  package func keeping(_ positions: [Int]) -> RotationCurve {
    func pick(_ values: [Double]) -> [Double] { positions.map { values[$0] } }
    return RotationCurve(
      radius: pick(radius), observedSpeed: pick(observedSpeed),
      observedSpeedError: pick(observedSpeedError), gasSpeed: pick(gasSpeed),
      diskSpeed: pick(diskSpeed), bulgeSpeed: pick(bulgeSpeed),
      diskSurfaceBrightness: pick(diskSurfaceBrightness),
      bulgeSurfaceBrightness: pick(bulgeSurfaceBrightness))
  }
}
