/// Straight lines from side to side, for a value that is known beforehand.
package struct RuleMark: Sendable {
  package var place: Place
  package var paint: Paint
  /// In points.
  package var width: Double
  package var label: String

  package init(_ place: Place, paint: Paint, width: Double, label: String) {
    self.place = place
    self.paint = paint
    self.width = width
    self.label = label
  }

  /// Where it stands.
  package enum Place: Equatable, Sendable {
    /// Upright at a value of x, or level at one of y.
    case x(Double)
    case y(Double)
    /// A part of the panel's edge, drawn outside of it: where a region meets the end of a grid.
    case edge(Side, ClosedRange<Double>)
  }

  /// A side of a panel.
  package enum Side: Sendable {
    case left, right, top, bottom
  }
}
