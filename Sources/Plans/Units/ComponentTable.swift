import Galaxies
package import Tables

/// The `components` table: surface densities and the speeds that were computed from them.
package struct ComponentTable {
  private var draft = TableDraft(TableName.components)
  private let galaxy: Column<Int>
  private let radius: Column<Double>
  private let gasDensity: Column<Double>
  private let starDensity: Column<Double>
  private let gasSpeed: Column<Double>
  private let diskSpeed: Column<Double>

  /// - Parameter galaxies: The names of the galaxies of the dataset.
  private init(_ galaxies: [String]?) {
    galaxy = draft.galaxy(galaxies)
    radius = draft.real("radius", as: .key, unit: "kpc", "distance from the centre")
    gasDensity = draft.real(
      "sigma_gas", unit: "solMass / pc2", "surface density of gas with its helium")
    starDensity = draft.real(
      "sigma_star", unit: "solMass / pc2",
      "surface density of the stars for a mass-to-light ratio of 1")
    gasSpeed = draft.real(
      "v_gas", unit: "km / s", "speed due to the gas, negative where it pulls outward")
    diskSpeed = draft.real(
      "v_disk", unit: "km / s",
      "speed due to the stars for a mass-to-light ratio of 1, negative where they pull outward")
  }

  /// Keys, densities, speeds.
  ///
  /// - Parameter galaxies: The names of the galaxies of the dataset.
  /// - Returns: The schema.
  package static func schema(_ galaxies: [String]?) -> TableSchema {
    ComponentTable(galaxies).draft.schema
  }

  /// Makes the table: the whole profile of every galaxy, whatever the cuts keep of it.
  ///
  /// - Parameter dataset: The galaxies, with the computed speeds.
  /// - Returns: `nil` if none comes with surface densities.
  static func table(_ dataset: Dataset) -> Table? {
    guard dataset.hasSurfaceDensities else { return nil }
    let made = ComponentTable(dataset.galaxies.map(\.name))
    var draft = made.draft
    for (index, galaxy) in dataset.galaxies.enumerated() {
      guard let density = galaxy.surfaceDensity else { continue }
      for point in 0..<galaxy.curve.count {
        draft.row {
          $0[made.galaxy] = index
          $0[made.radius] = galaxy.curve.radius[point]
          $0[made.gasDensity] = density.gas.density[point]
          $0[made.starDensity] = density.disk.density[point]
          $0[made.gasSpeed] = galaxy.curve.gasSpeed[point]
          $0[made.diskSpeed] = galaxy.curve.diskSpeed[point]
        }
      }
    }
    return draft.table
  }
}
