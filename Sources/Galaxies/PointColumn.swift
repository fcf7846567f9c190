/// A number that belongs to each point of a curve, under the name that specs and tables use.
package struct PointColumn: Sendable {
  package let name: String
  package let unit: String
  package let summary: String
  /// Where a curve stores the values.
  package let field: any WritableKeyPath<RotationCurve, [Double]> & Sendable

  private init(
    _ name: String, _ unit: String,
    _ field: any WritableKeyPath<RotationCurve, [Double]> & Sendable, _ summary: String
  ) {
    self.name = name
    self.unit = unit
    self.field = field
    self.summary = summary
  }

  /// Every column, in the order of tables.
  package static let all: [PointColumn] = [
    .init("radius", "kpc", \.radius, "distance from the centre"),
    .init("v_obs", "km / s", \.observedSpeed, "observed circular speed"),
    .init("e_v_obs", "km / s", \.observedSpeedError, "error of the observed speed"),
    .init("v_gas", "km / s", \.gasSpeed, "speed due to the gas, negative where it pulls outward"),
    .init("v_disk", "km / s", \.diskSpeed, "speed due to the disk for a mass-to-light ratio of 1"),
    .init(
      "v_bulge", "km / s", \.bulgeSpeed, "speed due to the bulge for a mass-to-light ratio of 1"),
    .init("sb_disk", "solLum / pc2", \.diskSurfaceBrightness, "surface brightness of the disk"),
    .init("sb_bulge", "solLum / pc2", \.bulgeSurfaceBrightness, "surface brightness of the bulge"),
  ]
}
