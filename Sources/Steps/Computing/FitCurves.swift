package import Galaxies

/// The curves of the rows of a table of fits.
package struct FitCurves: Sendable {
  /// A curve: its measured points, and those between for drawing.
  package typealias Points = (measured: [FittedPoint], between: [FittedPoint])

  private let points: @Sendable (Int) -> Points?

  /// - Parameter points: The curve of a row; `nil` for one without a fit.
  package init(_ points: @escaping @Sendable (Int) -> Points?) {
    self.points = points
  }

  package subscript(row: Int) -> Points? { points(row) }
}
