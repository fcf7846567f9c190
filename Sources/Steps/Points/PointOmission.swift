/// Why a point is left out of a table of points, beside the reasons that a galaxy has no offset.
enum PointOmission: String, CaseIterable {
  case noRatio = "a ratio is missing or negative"
  case notPositive = "g_bar is not positive"
  case noMotion = "v_obs is zero"

  /// All reasons of a table of points.
  static let reasons = allCases.map(\.rawValue) + OffsetRefusal.allCases.map(\.rawValue)
}
