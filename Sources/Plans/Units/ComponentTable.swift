import Galaxies
import Tables

/// The `components` table: surface densities and the speeds that were computed from them.
enum ComponentTable {
  static let name = "components"

  /// Keys, densities, speeds.
  ///
  /// - Parameter galaxies: The names of the galaxies of the dataset.
  /// - Returns: The schema.
  static func schema(_ galaxies: [String]?) -> TableSchema {
    TableSchema(
      name, axes: [], keys: ["galaxy", "radius"],
      columns: [
        GalaxyTables.galaxyColumn(galaxies),
        ColumnSchema("radius", unit: "kpc", "distance from the centre"),
        ColumnSchema("sigma_gas", unit: "solMass / pc2", "surface density of gas with its helium"),
        ColumnSchema(
          "sigma_star", unit: "solMass / pc2",
          "surface density of the stars for a mass-to-light ratio of 1"),
        ColumnSchema(
          "v_gas", unit: "km / s", "speed due to the gas, negative where it pulls outward"),
        ColumnSchema(
          "v_disk", unit: "km / s",
          "speed due to the stars for a mass-to-light ratio of 1, negative where they pull outward"),
      ])
  }

  /// Makes the table: the whole profile of every galaxy, whatever the cuts keep of it.
  ///
  /// - Parameter dataset: The galaxies, with the computed speeds.
  /// - Returns: `nil` if none comes with surface densities.
  static func table(_ dataset: Dataset) -> Table? {
    guard dataset.hasSurfaceDensities else { return nil }
    var columns = [[Double]](repeating: [], count: 6)
    for (index, galaxy) in dataset.galaxies.enumerated() {
      guard let density = galaxy.surfaceDensity else { continue }
      let count = galaxy.curve.count
      columns[0] += [Double](repeating: Double(index), count: count)
      columns[1] += galaxy.curve.radius
      columns[2] += density.gas.density
      columns[3] += density.disk.density
      columns[4] += galaxy.curve.gasSpeed
      columns[5] += galaxy.curve.diskSpeed
    }
    return Table(schema(dataset.galaxies.map(\.name)), columns)
  }
}
