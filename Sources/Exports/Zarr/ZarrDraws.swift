import Support
import Tables

/// Draws of equal weight as the groups that ArviZ knows: `posterior` and `sample_stats`.
struct ZarrDraws {
  /// The names of the groups: quantities, and the likelihood.
  static let groups = ["posterior", "sample_stats"]

  private let draws: DrawUnits
  /// The key columns that are axes of the arrays, with their different values in their order.
  private let axes: [(column: Int, values: [Double])]
  /// How many draws the largest unit has.
  private let count: Int

  init(_ draws: DrawUnits) {
    self.draws = draws
    let table = draws.table
    axes = (draws.axes + [draws.galaxy, draws.model]).map { column in
      var seen: Set<UInt64> = []
      return (column, table.values[column].filter { seen.insert($0.bitPattern).inserted })
    }
    count = draws.units.map(\.rows.count).reduce(0, max)
  }

  /// Writes the groups.
  func write(to store: inout ZarrStore) throws {
    let columns = draws.table.schema.columns
    // A number that is called as a dimension is may not take its place.
    let taken = dimensions.map(\.name)
    let names = ZarrStore.names(taken + draws.quantities.map { columns[$0].name })
      .dropFirst(taken.count)
    try store.add(
      Self.groups[0], ["inference_library": "upsilon"],
      coordinates + zip(names, draws.quantities).map { array($0, of: $1) })
    try store.add(
      Self.groups[1], ["inference_library": "upsilon"],
      coordinates + [array(DrawColumn.logLikelihood.rawValue, of: draws.likelihood)])
  }

  private var dimensions: [(name: String, count: Int)] {
    [("chain", 1), (DrawColumn.draw.rawValue, count)]
      + axes.map { (draws.table.schema.columns[$0.column].name, $0.values.count) }
  }

  private var coordinates: [ZarrArray] {
    let dimensions = dimensions
    let numbers = [
      ZarrArray("chain", whole: [0], over: [dimensions[0]]),
      ZarrArray(
        DrawColumn.draw.rawValue, whole: (0..<count).map(Double.init), over: [dimensions[1]]),
    ]
    return numbers
      + zip(axes, dimensions.dropFirst(2)).map { axis, dimension in
        ZarrTable.array(
          dimension.name, axis.values, draws.table.schema.columns[axis.column], over: [dimension])
      }
  }

  /// A quantity over chain, draw and axes; NaN where a unit or a draw is not there.
  private func array(_ name: String, of column: Int) -> ZarrArray {
    let dimensions = dimensions
    let stride = axes.reduce(1) { $0 * $1.values.count }
    let places = axes.map { axis in
      Dictionary(uniqueKeysWithValues: axis.values.enumerated().map { ($1.bitPattern, $0) })
    }
    var values = [Double](repeating: .nan, count: count * stride)
    let table = draws.table
    for unit in draws.units {
      guard let first = unit.rows.first else { continue }
      let place = zip(axes, places).reduce(0) { place, axis in
        let value = table.values[axis.0.column][first].bitPattern
        return place * axis.0.values.count + axis.1[value, default: 0]
      }
      for (index, row) in unit.rows.enumerated() {
        values[index * stride + place] = table.values[column][row]
      }
    }
    return ZarrArray(
      name, values, over: dimensions, ZarrTable.attributes(of: table.schema.columns[column]))
  }
}
