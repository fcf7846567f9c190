import Models
import Steps
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

  package func furtherTables(from records: [Double]) -> [Table] {
    guard quantities.hasIntervals else { return [] }
    return [
      IntervalTable(axes: axes, quantities, galaxies: names).table(self, records),
      CorrelationTable(axes: axes, quantities, galaxies: names).table(self, records),
    ]
  }

  package func notes(on further: [Table], from records: [Double]) -> [String] {
    guard let intervals = further.first(where: { $0.name == TableName.intervals }) else {
      return []
    }
    var improved = 0
    forEachProfile(in: records) { _, record, layout in
      if record[layout.placeOfImprovements] > 0 { improved += 1 }
    }
    let total = unitCount.grouped
    return IntervalTable.notes(on: intervals)
      + (improved == 0
        ? []
        : [
          "\(improved.grouped) of \(total) fits were replaced by a lower optimum that their "
            + "profiles met"
        ])
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

  /// Goes through the records of all units, in the order of the rows of tables.
  func forEachProfile(
    in records: [Double], _ body: (ProfiledUnit, [Double], ProfileRecord) -> Void
  ) {
    guard let layout = ProfileRecord(quantities) else { return }
    let (width, order) = (recordWidth, order)
    for row in 0..<unitCount {
      let place = order.place(ofRow: row)
      let number = order.unit(of: place)
      let unit = ProfiledUnit(
        cell: cells[place.cell], galaxy: positions[place.galaxy], model: place.model,
        places: places[place.model])
      body(unit, Array(records[(number * width)..<((number + 1) * width)]), layout)
    }
  }
}
