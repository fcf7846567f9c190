package import Support

/// One axis of the grid: a quantity and its values in the order of the plan.
package struct Axis: Sendable {
  /// The column of the axis in every table that has it as a key.
  package let column: ColumnSchema
  /// The values, in the unit of the quantity; at least one, all different.
  package let values: [Double]
  /// Where the spec gives it; `nil` for a default.
  package let place: Place?

  package init(_ column: ColumnSchema, _ values: [Double], at place: Place? = nil) {
    self.column = column
    self.values = values
    self.place = place
  }

  /// The name of the quantity.
  package var name: String { column.name }

  /// Whether the axis has one value only, which tells no rows apart.
  package var isConstant: Bool { values.count == 1 }

  /// The same axis with other values.
  package func taking(_ values: [Double], at place: Place? = nil) -> Axis {
    Axis(column, values, at: place)
  }

  /// The axes that every grid has, with the value each takes where the spec says nothing.
  package static let massToLight: [Axis] = [
    Axis(ColumnSchema("upsilon_disk", "mass-to-light ratio of the disk, solMass / solLum"), [0.5]),
    Axis(
      ColumnSchema("upsilon_bulge", "mass-to-light ratio of the bulge, solMass / solLum"), [0.7]),
    Axis(ColumnSchema("upsilon_gas", "factor on the gas mass"), [1]),
  ]
}
