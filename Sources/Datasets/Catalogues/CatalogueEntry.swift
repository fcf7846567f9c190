import Galaxies
import Support

/// What a catalogue says of one galaxy.
struct CatalogueEntry {
  let galaxy: String
  /// Where the file names the galaxy.
  let place: Place
  /// Values by the name of the ``GalaxyColumn``; a missing one is NaN.
  let values: [String: Double]
  /// What it says in columns of the user's own.
  var own = OwnValues.none

  /// The galaxy with a curve.
  func galaxy(with curve: NamedCurve) -> Galaxy {
    var galaxy = Galaxy(name: galaxy, curve: curve.curve)
    galaxy.surfaceDensity = curve.surfaceDensity
    for column in GalaxyColumn.all {
      guard let field = column.field, let value = values[column.name] else { continue }
      galaxy[keyPath: field] = value
    }
    galaxy.own = own
    return galaxy
  }
}

extension [CatalogueEntry] {
  /// The distances that are known, by the names of the galaxies.
  var distances: [String: Double] {
    Dictionary(
      map { ($0.galaxy, $0.values["distance", default: .nan]) },
      uniquingKeysWith: { first, _ in first })
  }
}
