import Datasets
import Galaxies
import Support

/// A column of curves or of a catalogue as files have it: a name, a unit, and a text for each row.
struct DatasetColumn {
  let name: String
  let unit: String
  let isNumber: Bool
  /// Numbers have the fewest digits that read back as the same double; a missing one is empty.
  let cells: [String]

  private init(words name: String, _ cells: [String]) {
    (self.name, unit, isNumber, self.cells) = (name, "", false, cells)
  }

  private init(_ name: String, _ unit: String, _ values: [Double]) {
    (self.name, self.unit, isNumber) = (name, unit, true)
    cells = values.map { $0.isFinite ? JSONValue.spelling(of: $0) : "" }
  }

  private var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

  /// What is known of galaxies, one a row.
  ///
  /// - Parameters:
  ///   - galaxies: The galaxies.
  ///   - derives: Whether to add what follows from the curves.
  /// - Returns: The columns, without those that no galaxy has.
  static func catalogue(of galaxies: [Galaxy], deriving derives: Bool) -> [DatasetColumn] {
    let columns = GalaxyColumn.all.filter { derives || $0.field != nil }.map { column in
      DatasetColumn(column.name, column.unit, galaxies.map { column.value(of: $0) })
    }
    let own = galaxies.ownColumns.enumerated().map { place, column in
      DatasetColumn(column, galaxies.map { $0.own.values[place] })
    }
    return [DatasetColumn(words: "galaxy", galaxies.map(\.name))]
      + (columns + own).filter { !$0.isEmpty }
  }

  /// A column of the user's own; a unit that is none would become a part of the name.
  private init(_ column: OwnColumn, _ values: [Double]) {
    if case .word(let words) = column.kind {
      self.init(words: column.name, values.map { $0.isNaN ? "" : words[Int($0)] })
    } else {
      self.init(column.name, UnitNames.isKnown(column.unit) ? column.unit : "", values)
    }
  }

  /// The points of galaxies, one a row.
  ///
  /// Surface densities stand in the place of the speeds that follow from them.
  static func points(of galaxies: [Galaxy]) -> [DatasetColumn] {
    let hasDensities = galaxies.contains { $0.surfaceDensity != nil }
    let columns = PointColumn.all.map { column -> DatasetColumn in
      switch column.name {
      case "v_gas" where hasDensities: density("sigma_gas", \.gas, galaxies)
      case "v_disk" where hasDensities: density("sigma_star", \.disk, galaxies)
      default:
        DatasetColumn(
          column.name, column.unit, galaxies.flatMap { $0.curve[keyPath: column.field] })
      }
    }
    let names = galaxies.flatMap { Array(repeating: $0.name, count: $0.curve.count) }
    return [DatasetColumn(words: "galaxy", names)] + columns.filter { !$0.isEmpty }
  }

  private static func density(
    _ name: String, _ component: KeyPath<MassProfiles, SurfaceDensity>, _ galaxies: [Galaxy]
  ) -> DatasetColumn {
    DatasetColumn(
      name, "solMass / pc2",
      galaxies.flatMap { galaxy in
        galaxy.surfaceDensity?[keyPath: component].density
          ?? Array(repeating: .nan, count: galaxy.curve.count)
      })
  }
}
