import Support

/// The two tables of SPARC: the sample and the mass models.
///
/// Every galaxy stands in both. Galaxies come in the order of the sample.
enum SPARCReader: DatasetReader {
  static let name = "sparc"
  static let summary = "SPARC: a table of the galaxies and one of their mass models (MRT)"
  static let roles = [
    DatasetRole(
      "catalogue", "the table of the galaxies", fileName: catalogueNames[0],
      otherNames: Array(catalogueNames.dropFirst())),
    DatasetRole(
      "curves", "the table of the mass models", fileName: "MassModels_Lelli2016c.mrt",
      otherNames: ["MassModels_Lelli2016c.MRT", "MassModels_Lelli2016c.mrt.txt", "Table2.mrt"]),
  ]

  /// What the table of the galaxies is called, by the authors and where it is copied.
  static let catalogueNames = [
    "SPARC_Lelli2016c.mrt", "SPARC_Lelli2016c.MRT", "SPARC_Lelli2016c.mrt.txt", "Table1.mrt",
  ]

  static func read(_ files: DatasetFiles, _ mistakes: Mistakes) -> DatasetReading {
    let catalogue = files["catalogue"].first.flatMap { SPARCCatalogue($0, mistakes) }
    let models = files["curves"].first.flatMap { MassModels($0, mistakes) }
    guard let catalogue, let models else { return DatasetReading() }
    var reading = CatalogueJoin(
      entries: catalogue.entries, curves: models.curves, needsEveryCurve: true
    ).reading(mistakes)
    reading.notes =
      catalogue.notes.map { "catalogue: " + $0 } + models.notes.map { "curves: " + $0 }
      + reading.notes
    return reading
  }
}
