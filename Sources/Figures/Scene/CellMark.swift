/// Rectangles of a map, each with the colour of its value.
package struct CellMark: Sendable {
  /// The ends of the cells; shape `[n]` each.
  package var x: [ClosedRange<Double>]
  package var y: [ClosedRange<Double>]
  /// Shape `[n]`; a value that is missing leaves the paper.
  package var values: [Double]
  /// The values of the two ends of the colours.
  package var domain: ClosedRange<Double>

  package init(
    x: [ClosedRange<Double>], y: [ClosedRange<Double>], values: [Double],
    domain: ClosedRange<Double>
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.domain = domain
  }
}
