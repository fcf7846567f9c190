/// What a catalogue says of a galaxy in columns of the user's own.
package struct OwnValues: Sendable {
  /// The columns in the order of the file; the same for all galaxies of a dataset.
  package let columns: [OwnColumn]
  /// A value for each; NaN where it is missing.
  package let values: [Double]

  package init(_ columns: [OwnColumn], _ values: [Double]) {
    precondition(values.count == columns.count, "one value a column")
    (self.columns, self.values) = (columns, values)
  }

  /// Those of a galaxy without such columns.
  package static let none = OwnValues([], [])
}

extension [Galaxy] {
  /// The columns of the user's own that the catalogue of these galaxies has.
  package var ownColumns: [OwnColumn] { prefix(1).flatMap(\.own.columns) }
}
