import Galaxies
import Support

/// The columns of a table of points that give gas and disk as surface densities, M☉/pc².
///
/// `sigma_hi` is hydrogen alone and counts ``Constants/gasPerHydrogen`` times; `sigma_gas` is the
/// gas with its helium. `sigma_star` is the stellar disk for Υ = 1. They take the place of `v_gas`
/// and `v_disk`: a table has the two speeds, or a density of the gas and one of the stars.
struct DensityColumns {
  /// What the columns are called.
  static let names = [hydrogen, gas, stars]
  /// The columns of speeds that densities replace.
  static let speeds = ["v_gas", "v_disk"]

  private static let hydrogen = "sigma_hi"
  private static let gas = "sigma_gas"
  private static let stars = "sigma_star"

  /// Whether the gas is given as its hydrogen.
  let isHydrogen: Bool
  private let gasColumn: NumberColumn
  private let starColumn: NumberColumn

  /// Finds the columns, and tells which contradict each other or are missing.
  ///
  /// - Returns: `nil` if there are none, or if the mistakes have the reason why they are of no use.
  init?(_ table: FieldTable, _ mistakes: Mistakes) {
    let given = Self.names.filter { table.columns.contains($0) }
    guard !given.isEmpty else { return nil }
    let before = mistakes.count
    for (name, span) in zip(table.columns, table.spans) where Self.speeds.contains(name) {
      mistakes.add(
        "'\(name)' stands beside surface densities, from which it is computed", table.source,
        span, help: "remove it, or give gas and disk as 'v_gas' and 'v_disk'")
    }
    if given.contains(Self.hydrogen), let index = table.position(of: Self.gas) {
      mistakes.add(
        "'\(Self.gas)' and '\(Self.hydrogen)' both give the gas", table.source,
        table.spans[index],
        help: "keep '\(Self.hydrogen)' for hydrogen alone, or '\(Self.gas)' for gas with its helium"
      )
    }
    isHydrogen = given.contains(Self.hydrogen)
    let needed = [isHydrogen ? Self.hydrogen : Self.gas, Self.stars]
    for name in needed where !given.contains(name) {
      let other = name == Self.stars ? "" : " (or '\(Self.hydrogen)', without helium)"
      mistakes.add(
        "missing column '\(name)'\(other)", table.source, table.header,
        help: "a component that the galaxies do not have is a column of zeros")
    }
    let positions = needed.compactMap { table.position(of: $0) }
    guard mistakes.count == before, positions.count == needed.count else { return nil }
    let columns = positions.map {
      table.number($0, unit: "solMass / pc2", .notNegative, .never, mistakes).column
    }
    (gasColumn, starColumn) = (columns[0], columns[1])
  }

  /// Reads the densities of one galaxy.
  ///
  /// - Parameters:
  ///   - rows: The rows of the galaxy.
  ///   - radius: Their radii, kpc; shape `[n]`.
  ///   - table: The table that the rows belong to.
  ///   - mistakes: Takes what is wrong.
  /// - Returns: The profiles, or `nil` as long as there are mistakes in the file.
  func profiles(
    _ rows: [Int], radius: [Double], of table: FieldTable, _ mistakes: Mistakes
  ) -> MassProfiles? {
    let factor = isHydrogen ? Constants.gasPerHydrogen : 1
    let gas = rows.map { factor * gasColumn.value(inRow: $0, of: table, mistakes) }
    let stars = rows.map { starColumn.value(inRow: $0, of: table, mistakes) }
    if let only = rows.first, rows.count == 1 {
      mistakes.add(
        "a surface density at a single radius is no disk", table.source,
        table.span(ofRow: table.rows[only]),
        help: "give at least two radii of the galaxy")
    }
    guard mistakes.count == 0 else { return nil }
    return MassProfiles(
      gas: SurfaceDensity(radius: radius, density: gas),
      disk: SurfaceDensity(radius: radius, density: stars))
  }

  /// What is to be said of the densities, one sentence each.
  var notes: [String] {
    guard isHydrogen else { return [] }
    return [
      "\(Self.hydrogen) is hydrogen without helium: times \(Constants.gasPerHydrogen) for the gas"
    ]
  }
}
