import Support

/// The user's own points as comma-separated values, and a catalogue if there is one.
///
/// The points have the speeds of gas and disk, or their surface densities. Galaxies come in the
/// order of the catalogue, or else of the points.
enum CSVReader: DatasetReader {
  static let name = "csv"
  static let summary = "comma-separated points under the names of columns, and a CSV catalogue"
  static let roles = [
    DatasetRole("points", "the points of all curves", fileName: "points.csv"),
    DatasetRole(
      "catalogue", "what is known of the galaxies", fileName: "catalogue.csv", required: false),
  ]

  static let settings = ["catalogue"]

  static var mayHaveSurfaceDensities: Bool { true }

  static func read(_ files: DatasetFiles, _ mistakes: Mistakes) -> DatasetReading {
    let catalogue = files["catalogue"].first.flatMap { Catalogue($0, files.settings, mistakes) }
    let distances = catalogue.asList.flatMap(\.entries).distances
    let table = files["points"].first.flatMap {
      CurveTable($0, mistakes) { distances[$0, default: .nan] }
    }
    guard let table else { return DatasetReading() }
    let notes =
      catalogue.asList.flatMap(\.notes).map { "catalogue: " + $0 }
      + table.notes.map { "points: " + $0 }
    guard !files["catalogue"].isEmpty else {
      return DatasetReading(galaxies: table.curves.galaxies, notes: notes)
    }
    guard let catalogue else { return DatasetReading() }
    var reading = CatalogueJoin(
      entries: catalogue.entries, curves: table.curves, needsEveryCurve: false
    ).reading(mistakes)
    reading.notes = notes + reading.notes
    return reading
  }
}
