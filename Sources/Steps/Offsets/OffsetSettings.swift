package import Galaxies
package import Support
package import Tables

/// The settings of `model.offset`: how the offset of a galaxy from the relation is measured.
package struct OffsetSettings: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value(
      scaleName, \.scale, .positive,
      "scale of the relation and limit of low acceleration, m/s²"),
    .value(
      "gas_sign", \.gasSign, .choice("sign"),
      "signed (|V|V) or squared (the sign of V_gas is dropped)"),
    .value(
      "points", \.points, .choice("choice of points"),
      "outer (beyond the median radius of the low-acceleration points) or all"),
    .value(
      "f_gas", \.gasFraction, .choice("gas fraction"),
      "outer (last five valid points, without Υ) or baryonic (sum over valid points)"),
    .value(
      "valid_at", \.validAt, MassToLight.type.optional,
      "the mass-to-light ratios at which validity is judged; null for those of the cell"),
    .value(
      "minimum_points", \.minimumPoints, .integer(from: 1), "the least number of valid points"),
    .value(
      "minimum_low", \.minimumLow, .integer(from: 1),
      "the least number of low-acceleration points"),
    .value(
      "minimum_outer", \.minimumOuter, .integer(from: 1),
      "with fewer outer points, all low-acceleration points count"),
  ]

  /// The setting that an axis of the same name replaces.
  package static let scaleName = "g_dagger"

  /// The column of that axis.
  package static let scaleColumn = ColumnSchema(
    scaleName, unit: "m / s2", "scale of the radial acceleration relation")

  /// How the gas enters V²_bary.
  package enum GasSign: String, CaseIterable, Resolvable {
    /// |V_gas| V_gas: a central hole pulls outward.
    case signed
    /// V_gas², with the absolute value of the sum: the sign of V_gas is dropped.
    case squared
  }

  /// Which of the low-acceleration points count.
  package enum Points: String, CaseIterable, Resolvable {
    /// Those beyond their median radius.
    case outer
    case all
  }

  /// How the gas fraction is defined.
  package enum GasFraction: String, CaseIterable, Resolvable {
    /// ⟨V_gas²⟩ / (⟨V_gas²⟩ + ⟨V_disk²⟩) over the last five valid points, without Υ.
    case outer
    /// ΣV_gas² / ΣV²_bary over the valid points.
    case baryonic
  }

  /// The scale g†, which is also the limit of low acceleration, m/s².
  package var scale = RadialAcceleration.scale
  package var gasSign = GasSign.signed
  package var points = Points.outer
  package var gasFraction = GasFraction.outer
  /// The ratios at which validity is judged; `nil` for those of the cell.
  package var validAt: MassToLight?
  /// The least number of valid points.
  package var minimumPoints = 5
  /// The least number of low-acceleration points.
  package var minimumLow = 3
  /// With fewer outer points than this, all low-acceleration points count.
  package var minimumOuter = 2

  /// How many of the last valid points the outer gas fraction looks at.
  static let gasFractionPoints = 5

  package init() {}
}
