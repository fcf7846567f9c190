/// How the optimum of a fit is found; the raw value is the version that a spec names.
package enum SearchMethod: String, CaseIterable, Sendable {
  /// One cell after the other: a direct way where a law has one, many starts otherwise.
  case starts = "v1_starts"
  /// Up to eight cells of a galaxy side by side where a law has a direct way for them; anything
  /// else as before.
  case lanes = "v2_lanes"

  /// The family of the methods with its versions, oldest first.
  package static let methods = (family: "search", versions: allCases.map(\.rawValue))
}
