package import Galaxies
package import Support

/// The settings of `model.offset`: how the offset of a galaxy from the relation is measured.
package struct OffsetSettings: Sendable {
  /// How the gas enters V²_bary.
  package enum GasSign: String, CaseIterable, Sendable {
    /// |V_gas| V_gas: a central hole pulls outward.
    case signed
    /// V_gas², with the absolute value of the sum: the sign of V_gas is dropped.
    case squared
  }

  /// Which of the low-acceleration points count.
  package enum Points: String, CaseIterable, Sendable {
    /// Those beyond their median radius.
    case outer
    case all
  }

  /// How the gas fraction is defined.
  package enum GasFraction: String, CaseIterable, Sendable {
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

  package var resolved: JSONValue {
    [
      "g_dagger": .number(scale), "gas_sign": .string(gasSign.rawValue),
      "points": .string(points.rawValue), "f_gas": .string(gasFraction.rawValue),
      "valid_at": validAt.map {
        [
          "upsilon_disk": .number($0.disk), "upsilon_bulge": .number($0.bulge),
          "upsilon_gas": .number($0.gas),
        ]
      } ?? .null,
      "minimum_points": .number(Double(minimumPoints)),
      "minimum_low": .number(Double(minimumLow)), "minimum_outer": .number(Double(minimumOuter)),
    ]
  }
}
