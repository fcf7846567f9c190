package import Galaxies

/// Galaxies and their points as tables.
package enum GalaxyTables {
  package static func galaxyColumn(_ names: [String]?) -> ColumnSchema {
    ColumnSchema("galaxy", .word(names), "name of the galaxy")
  }

  /// The catalogue, one row a galaxy.
  package static func catalogueSchema(_ names: [String]?) -> TableSchema {
    TableSchema(
      "galaxies", axes: [], keys: ["galaxy"],
      columns: [galaxyColumn(names)]
        + GalaxyColumn.all.map {
          ColumnSchema($0.name, $0.isInteger ? .integer : .real, unit: $0.unit, $0.summary)
        })
  }

  /// The points, one row a galaxy and radius.
  package static func pointSchema(_ names: [String]?) -> TableSchema {
    let columns = PointColumn.all.map { ColumnSchema($0.name, unit: $0.unit, $0.summary) }
    return TableSchema(
      "points", axes: [], keys: ["galaxy", "radius"], columns: [galaxyColumn(names)] + columns)
  }

  /// Makes the table of some galaxies.
  ///
  /// - Parameters:
  ///   - galaxies: The galaxies, one a row.
  ///   - positions: The position of each in the dataset.
  ///   - names: The names of all galaxies of the dataset.
  /// - Returns: The `galaxies` table.
  package static func catalogue(_ galaxies: [Galaxy], positions: [Int], _ names: [String]) -> Table
  {
    let values = GalaxyColumn.all.map { column in galaxies.map { column.value(of: $0) } }
    return Table(catalogueSchema(names), [positions.map(Double.init)] + values)
  }

  /// Makes the table of all points.
  ///
  /// - Parameters:
  ///   - galaxies: Every galaxy of the dataset, in its order.
  ///   - names: Their names.
  /// - Returns: The `points` table.
  package static func points(_ galaxies: [Galaxy], _ names: [String]) -> Table {
    let owners = galaxies.enumerated().flatMap { index, galaxy in
      [Double](repeating: Double(index), count: galaxy.curve.count)
    }
    let values = PointColumn.all.map { column in
      galaxies.flatMap { $0.curve[keyPath: column.field] }
    }
    return Table(pointSchema(names), [owners] + values)
  }

  /// What a generated dataset was made with, one row a galaxy; `nil` for measured ones.
  package static func truth(_ dataset: Dataset) -> Table? {
    guard let first = dataset.truth.first else { return nil }
    let position = Dictionary(
      uniqueKeysWithValues: dataset.galaxies.enumerated().map { ($1.name, Double($0)) })
    let schema = TableSchema(
      "truth", axes: [], keys: ["galaxy"],
      columns: [galaxyColumn(dataset.galaxies.map(\.name))]
        + first.values.map { ColumnSchema($0.name, unit: $0.unit, "the value it was made with") })
    let values = first.values.indices.map { index in dataset.truth.map { $0.values[index].value } }
    return Table(schema, [dataset.truth.map { position[$0.galaxy] ?? .nan }] + values)
  }
}
