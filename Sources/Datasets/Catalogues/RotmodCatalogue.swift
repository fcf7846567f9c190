import Support

/// The catalogue beside rotmod files: a table under the program's names, or the one of SPARC.
struct RotmodCatalogue {
  let entries: [CatalogueEntry]
  /// What was noticed while reading, one sentence each.
  let notes: [String]

  /// Reads a table; a machine-readable one is taken for that of SPARC.
  ///
  /// - Returns: `nil` if it has no galaxies; the mistakes then have the reason.
  init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let text = DataText(source, mistakes) else { return nil }
    if MRTHeader.isMeant(by: text) {
      guard let table = SPARCCatalogue(source, mistakes) else { return nil }
      (entries, notes) = (table.entries, table.notes)
    } else {
      guard let table = CatalogueTable(source, mistakes) else { return nil }
      (entries, notes) = (table.entries, table.notes)
    }
  }
}
