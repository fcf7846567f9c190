import Galaxies

/// A column of the program that a file may give, as far as a mapping has to know it.
struct KnownColumn {
  let name: String
  /// The unit that its numbers have in the program; `nil` for names.
  let unit: String?
  /// Whether an angle will do in the place of a length.
  let mayBeAngle: Bool

  /// A column of the user's own, whose numbers stay in their unit.
  static func own(_ name: String) -> KnownColumn {
    KnownColumn(name: name, unit: nil, mayBeAngle: false)
  }

  static let galaxy = KnownColumn(name: "galaxy", unit: nil, mayBeAngle: false)

  /// The columns of a table of points.
  static let ofPoints =
    [galaxy]
    + PointColumn.all.map {
      KnownColumn(name: $0.name, unit: $0.unit, mayBeAngle: $0.name == "radius")
    }
    + DensityColumns.names.map { KnownColumn(name: $0, unit: "solMass / pc2", mayBeAngle: false) }
    + [KnownColumn(name: "distance", unit: "Mpc", mayBeAngle: false)]

  /// The columns of a catalogue.
  static let ofCatalogues =
    [galaxy]
    + GalaxyColumn.all.filter { $0.field != nil }.map {
      KnownColumn(name: $0.name, unit: $0.unit, mayBeAngle: false)
    }
}
