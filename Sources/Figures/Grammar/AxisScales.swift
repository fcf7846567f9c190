package import Support

/// The scales of the two axes.
package struct AxisScales: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .optional("x", \.x, .choice("scale"), "of the x axis: linear, log or symlog"),
    .optional("y", \.y, .choice("scale"), "of the y axis"),
  ]
  package var x: ScaleKind?
  package var y: ScaleKind?
  package init() {}

  /// The same with what is not said here taken from another.
  func inheriting(_ outer: AxisScales) -> AxisScales {
    var result = self
    result.x = x ?? outer.x
    result.y = y ?? outer.y
    return result
  }
}
