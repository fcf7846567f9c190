/// A rectangle on the paper, in points; y grows downwards.
package struct Box: Equatable, Sendable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  /// Whether two have a point in common when the second is wider and higher on each side.
  func meets(_ other: Box, across: Double, along: Double) -> Bool {
    left < other.right + across && other.left < right + across && top < other.bottom + along
      && other.top < bottom + along
  }

  func contains(_ x: Double, _ y: Double, margin: Double) -> Bool {
    x > left - margin && x < right + margin && y > top - margin && y < bottom + margin
  }

  func moved(_ x: Double, _ y: Double) -> Box {
    Box(left + x, top + y, right + x, bottom + y)
  }
}
