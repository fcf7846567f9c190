package import Tables

/// What knows the galaxies and laws that a table of fits names, and so the curves of its rows.
package protocol CurveSource: Sendable {
  /// Prepares the curves of a table.
  ///
  /// - Parameters:
  ///   - fits: A table of fits, or of some of them.
  ///   - count: How many points are wanted between the measured ones, evenly spaced from the first
  ///     radius to the last; zero for none.
  /// - Returns: The curves by row.
  func curves(of fits: Table, between count: Int) -> FitCurves
}
