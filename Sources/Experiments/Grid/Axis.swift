package import Support

/// One axis of the grid: what it is of, and its values in the order of the plan.
package struct Axis: Sendable {
  /// The column that has its values in tables: name, unit and meaning.
  package let column: ColumnSchema
  /// The values, in the unit of the column; at least one, all different.
  package let values: [Double]
  /// Where the spec gives it; `nil` for a default.
  package let place: Place?

  package init(_ column: ColumnSchema, _ values: [Double], at place: Place? = nil) {
    self.column = column
    self.values = values
    self.place = place
  }

  package var name: String { column.name }

  /// The axis with other values.
  package func over(_ values: [Double], at place: Place? = nil) -> Axis {
    Axis(column, values, at: place)
  }

  /// The axes that every grid has, with the value each takes where the spec says nothing.
  package static let massToLight: [Axis] = [
    Axis(ratio("disk"), [0.5]), Axis(ratio("bulge"), [0.7]),
    Axis(ColumnSchema("upsilon_gas", "factor on the gas mass"), [1]),
  ]

  private static func ratio(_ part: String) -> ColumnSchema {
    ColumnSchema("upsilon_\(part)", "mass-to-light ratio of the \(part), solMass / solLum")
  }
}
