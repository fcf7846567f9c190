import Galaxies
package import Support

/// What a catalogue says of one galaxy.
package struct CatalogueEntry {
  package let galaxy: String
  /// Where the file names the galaxy.
  package let place: Place
  /// Values by the name of the ``GalaxyColumn``; a missing one is NaN.
  package let values: [String: Double]

  /// The galaxy with a curve.
  func galaxy(with curve: NamedCurve) -> Galaxy {
    var galaxy = Galaxy(name: galaxy, curve: curve.curve)
    galaxy.surfaceDensity = curve.surfaceDensity
    for column in GalaxyColumn.all {
      guard let field = column.field, let value = values[column.name] else { continue }
      galaxy[keyPath: field] = value
    }
    return galaxy
  }
}
