/// The ways to measure the offset of a galaxy, oldest first.
package enum OffsetMethod: String, CaseIterable, Sendable {
  /// A galaxy has an offset only if it has all predictors: the catalogue has v_flat, luminosity and
  /// sb_eff, and r_eff lies inside the valid radii.
  case withEffectiveRadius = "v1_with_r_eff"
  /// Each value stands alone: one that needs what is not there is missing, and the others stay.
  case eachAlone = "v2"

  /// The family of the methods.
  package static let family = "offset"

  /// The family with its versions.
  package static let methods = (family: family, versions: allCases.map(\.rawValue))
}
