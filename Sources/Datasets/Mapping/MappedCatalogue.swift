import Galaxies
import Support

/// A catalogue that a mapping explains.
struct MappedCatalogue {
  let entries: [CatalogueEntry]
  let notes: [String]

  /// - Parameters:
  ///   - source: The file.
  ///   - mapping: What its columns are; without one, the table of SPARC is known by its labels.
  ///   - mistakes: Takes what is wrong.
  init?(_ source: SourceText, _ mapping: TableMapping, _ mistakes: Mistakes) {
    guard let text = TextTable.read(source, mapping.form, mistakes) else { return nil }
    if mapping == TableMapping(), text.position(of: "galaxy") == nil {
      guard let table = SPARCCatalogue(source, mistakes) else { return nil }
      (entries, notes) = (table.entries, table.notes)
      return
    }
    guard let applied = mapping.applied(to: text, KnownColumn.ofCatalogues, mistakes) else {
      return nil
    }
    guard applied.fields.position(of: "galaxy") != nil else {
      mistakes.add(
        "nothing names the galaxies of the catalogue", source, text.header,
        help: #"map it: "catalogue": {"name": "FILE", "columns": {"galaxy": "LABEL"}}"#)
      return nil
    }
    text.tellFlaws(mistakes)
    let names = KnownColumn.ofCatalogues.map(\.name)
    entries = CatalogueRows.entries(
      of: applied.fields, galaxyLabel: "galaxy",
      labels: Dictionary(uniqueKeysWithValues: zip(names, names)), mistakes)
    notes =
      applied.notes + [mapping.dropNote(applied.dropped, of: text.rows.count)].compactMap(\.self)
      + applied.fields.conversionNotes()
  }
}
