package import Support

/// The labels of axes and colours, in the markup of labels.
package struct AxisLabels: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .optional("x", \.x, .string, "of the x axis"),
    .optional("y", \.y, .string, "of the y axis"),
    .optional("colour", \.colour, .string, "of the values that colours stand for"),
  ]
  package var x: String?
  package var y: String?
  package var colour: String?
  package init() {}

  /// The same with what is not said here taken from another.
  func inheriting(_ outer: AxisLabels) -> AxisLabels {
    var result = self
    result.x = x ?? outer.x
    result.y = y ?? outer.y
    result.colour = colour ?? outer.colour
    return result
  }
}
