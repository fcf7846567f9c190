/// A line through places, in their order; a value that is missing breaks it.
package struct LineMark: Sendable {
  /// Shape `[n]` each.
  package var x: [Double]
  package var y: [Double]
  package var paint: Paint
  package var weight: Weight
  /// What it is called, beside it or in a key; empty for none.
  package var label: String
  /// How strong the colour is inside of it: above 0 for a closed line, such as a contour.
  package var fill = 0.0

  package init(x: [Double], y: [Double], paint: Paint, weight: Weight, label: String) {
    self.x = x
    self.y = y
    self.paint = paint
    self.weight = weight
    self.label = label
  }

  /// How strong it is: the line of a figure, a component, a line on top of a map or of many marks,
  /// with paper on both sides.
  package enum Weight: Sendable {
    case main, component, outlined
  }
}
