package import Support

/// One axis of the grid: a name and its values in the order of the plan.
package struct Axis: Sendable {
  package let name: String
  /// The values, in the unit of the named quantity; at least one, all different.
  package let values: [Double]
  /// Where the spec gives it; `nil` for a default.
  package let place: Place?

  package init(_ name: String, _ values: [Double], at place: Place? = nil) {
    self.name = name
    self.values = values
    self.place = place
  }

  /// The axes that every grid has, with the value each takes where the spec says nothing.
  package static let massToLight: [Axis] = [
    Axis("upsilon_disk", [0.5]), Axis("upsilon_bulge", [0.7]), Axis("upsilon_gas", [1]),
  ]
}
