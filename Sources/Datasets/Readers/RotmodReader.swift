import Galaxies
import Support

/// One file a galaxy, as in the archive of SPARC, and a catalogue if there is one.
///
/// Galaxies come in the order of the catalogue, or else of their names.
enum RotmodReader: DatasetReader {
  static let name = "rotmod"
  static let summary = "one '<galaxy>_rotmod.dat' per galaxy, as in SPARC, and a catalogue"
  static let roles = [
    DatasetRole(
      "curves", "the curve of one galaxy", fileName: "*" + RotmodFile.suffix, repeated: true),
    DatasetRole(
      "catalogue", "what is known of the galaxies", fileName: "catalogue.csv",
      otherNames: SPARCReader.catalogueNames, required: false),
  ]

  static let settings = ["files", "distance", "catalogue"]

  static func read(_ files: DatasetFiles, _ mistakes: Mistakes) -> DatasetReading {
    let catalogue = files["catalogue"].first.flatMap { RotmodCatalogue($0, mistakes) }
    let distances = catalogue.asList.flatMap(\.entries).distances
    let usual = files.settings.usualDistance
    let read = files["curves"].compactMap {
      RotmodFile($0, in: files.settings.files, mistakes) {
        distances[$0].flatMap { $0.isNaN ? nil : $0 } ?? usual
      }
    }
    let curves = read.map(\.curve)
      .sorted { $0.galaxy.utf8.lexicographicallyPrecedes($1.galaxy.utf8) }
    for (curve, next) in zip(curves, curves.dropFirst()) where curve.galaxy == next.galaxy {
      mistakes.add(
        "a second file for galaxy '\(next.galaxy)'", next.place.source, next.place.span,
        help: "the first is \(curve.place.source.name)")
    }
    let bright = read.filter(\.hasBrightness).map(\.curve)
    let remarks = [
      CurveNotes.outwardGas(in: curves), CurveNotes.missingBrightness(in: bright),
      CurveNotes.unusableErrors(in: curves),
    ]
    let notes =
      catalogue.asList.flatMap(\.notes).map { "catalogue: " + $0 }
      + (read.flatMap(\.notes).distinct + CurveCounts.sum(of: read.map(\.counts)).notes
      + remarks.compactMap(\.self)).map { "curves: " + $0 }
    var reading = DatasetReading(galaxies: curves.galaxies)
    if !files["catalogue"].isEmpty {
      guard let catalogue else { return DatasetReading() }
      reading = CatalogueJoin(
        entries: catalogue.entries, curves: curves, needsEveryCurve: false
      ).reading(mistakes)
    }
    for index in reading.galaxies.indices where reading.galaxies[index].distance.isNaN {
      reading.galaxies[index].distance = usual
    }
    reading.notes = notes + reading.notes
    return reading
  }
}
