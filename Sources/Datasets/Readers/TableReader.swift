import Galaxies
import Support

/// Text tables of any make, read as a spec says: one long table, or one file a galaxy.
///
/// Galaxies come in the order of the catalogue, or else of the points.
enum TableReader: DatasetReader {
  static let name = "table"
  static let summary = "text tables of any make, whose columns the spec maps"
  static let roles = [
    DatasetRole("points", "the points of curves", fileName: "*", repeated: true),
    DatasetRole(
      "catalogue", "what is known of the galaxies", fileName: "catalogue.csv", required: false),
  ]

  static var mayHaveSurfaceDensities: Bool { true }
  static let settings = [
    "files", "distance", "catalogue", "columns", "units", "missing", "drop", "separator", "decimal",
  ]

  static func read(_ files: DatasetFiles, _ mistakes: Mistakes) -> DatasetReading {
    let settings = files.settings
    let catalogue = files["catalogue"].first.flatMap { source in
      MappedCatalogue(source, settings.catalogue?.mapping ?? TableMapping(), mistakes)
    }
    let distances = catalogue.asList.flatMap(\.entries).distances
    let usual = settings.usualDistance
    var curves: [NamedCurve] = []
    var counts: [CurveCounts] = []
    var notes: [String] = []
    for source in files["points"] {
      let table = MappedCurves(source, settings.points, mistakes) {
        distances[$0].flatMap { $0.isNaN ? nil : $0 } ?? usual
      }
      guard let table else { continue }
      curves += table.curves
      counts.append(table.counts)
      notes += table.notes
    }
    checkNames(curves, mistakes)
    if curves.isEmpty, mistakes.count == 0, let drop = settings.points.drop {
      mistakes.add("'\(drop.canonicalText)' drops every row", at: drop.place)
    }
    notes = told(notes.distinct)
    let sum = CurveCounts.sum(of: counts)
    notes += [settings.points.dropNote(sum.dropped.rows, of: sum.dropped.all)].compactMap(\.self)
    notes += sum.notes
    notes += [CurveNotes.outwardGas(in: curves), CurveNotes.unusableErrors(in: curves)]
      .compactMap(\.self)
    var reading: DatasetReading
    if let catalogue {
      reading = CatalogueJoin(entries: catalogue.entries, curves: curves, needsEveryCurve: false)
        .reading(mistakes)
    } else {
      reading = DatasetReading(galaxies: curves.galaxies)
    }
    for index in reading.galaxies.indices where reading.galaxies[index].distance.isNaN {
      reading.galaxies[index].distance = usual
    }
    reading.notes =
      catalogue.asList.flatMap(\.notes).map { "catalogue: " + $0 } + notes.map { "points: " + $0 }
      + reading.notes
    return reading
  }

  /// The first notes of many, and how many more there are.
  private static func told(_ notes: [String]) -> [String] {
    let most = 10
    guard notes.count > most else { return notes }
    return notes.prefix(most) + ["and \((notes.count - most).grouped) more notes on single files"]
  }

  private static func checkNames(_ curves: [NamedCurve], _ mistakes: Mistakes) {
    var first: [String: Place] = [:]
    for curve in curves {
      if let other = first[curve.galaxy] {
        mistakes.add(
          "a second file for galaxy '\(curve.galaxy)'", curve.place.source, curve.place.span,
          help: "the first is \(other.source.name)")
      }
      first[curve.galaxy] = curve.place
    }
  }
}
