/// The ways to choose the points of a table of points, oldest first.
package enum PointMethod: String, CaseIterable, Sendable {
  /// Those of galaxies with an offset that are valid where the settings judge validity.
  case withOffset = "v1_with_offset"
  /// All that have both accelerations.
  case everyPoint = "v2"

  /// The family of the methods.
  package static let family = "points"

  /// The family with its versions.
  package static let methods = (family: family, versions: allCases.map(\.rawValue))
}
