import Models
package import Steps
import Support
package import Tables

extension FitComputation {
  /// The schemas of what profiles tell; none for fits without them.
  static func furtherSchemas(
    axes: [Axis], _ quantities: FitQuantities, galaxies: [String]?
  ) -> [TableSchema] {
    guard quantities.hasIntervals else { return [] }
    return [
      IntervalTable(axes: axes, quantities, galaxies: galaxies).schema,
      CorrelationTable(axes: axes, quantities, galaxies: galaxies).schema,
    ]
  }

  package var furtherSchemas: [TableSchema] {
    Self.furtherSchemas(axes: axes, quantities, galaxies: names)
  }

  package func furtherTables(from records: RecordSlice, of cells: Range<Int>) -> [Table] {
    guard quantities.hasIntervals else { return [] }
    return [
      IntervalTable(axes: axes, quantities, galaxies: names).table(self, records, of: cells),
      CorrelationTable(axes: axes, quantities, galaxies: names).table(self, records, of: cells),
    ]
  }

  /// A unit whose profiles are looked at.
  struct ProfiledUnit {
    /// The values of the axes.
    let cell: [Double]
    /// The position of the galaxy in the dataset.
    let galaxy: Int
    let model: Int
    /// The quantities of the model that are recorded, each with its place.
    let places: [(quantity: Quantity, place: Int)]
  }

  /// Goes through the records of some cells, in the order of the rows of tables.
  func forEachProfile(
    in records: RecordSlice, of cells: Range<Int>,
    _ body: (ProfiledUnit, [Double], ProfileRecord) -> Void
  ) {
    guard let layout = ProfileRecord(quantities) else { return }
    let order = order
    for place in order.places(of: cells) {
      let unit = ProfiledUnit(
        cell: self.cells[place.cell], galaxy: positions[place.galaxy], model: place.model,
        places: places[place.model])
      body(unit, Array(records.record(of: order.unit(of: place))), layout)
    }
  }
}
