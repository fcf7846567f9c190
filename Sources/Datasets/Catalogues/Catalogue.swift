import Galaxies
import Support

/// A catalogue as a text table: under the program's names, as a mapping explains it, or that of
/// SPARC.
///
///     galaxy,distance,inclination,r_disk,environment
///     DDO154,4.04,64,0.37,field
///
/// Only `galaxy` has to be there; an empty field is a missing value. Columns that the program does
/// not have are the user's own.
struct Catalogue {
  /// The galaxies in the order of the file.
  let entries: [CatalogueEntry]
  /// What was noticed while reading, one sentence each.
  let notes: [String]

  /// Reads the catalogue of a dataset.
  init?(_ source: SourceText, _ settings: TableSettings, _ mistakes: Mistakes) {
    self.init(source, settings.catalogue?.mapping ?? TableMapping(), mistakes)
  }

  private static let names = KnownColumn.ofCatalogues.map(\.name)

  /// Reads a table; `nil` if it has no galaxies, and the mistakes then have the reason.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - mapping: What its columns are; without one, the table of SPARC is known by its labels.
  ///   - mistakes: Takes what is wrong.
  init?(_ source: SourceText, _ mapping: TableMapping, _ mistakes: Mistakes) {
    guard let text = TextTable.read(source, mapping.form, mistakes) else { return nil }
    if mapping == TableMapping(), text.isMachineReadable, text.position(of: "galaxy") == nil {
      guard let table = SPARCCatalogue(source, mistakes) else { return nil }
      (entries, notes) = (table.entries, table.notes)
      return
    }
    let applied = mapping.applied(
      to: text, KnownColumn.ofCatalogues, takesOthers: true, mistakes)
    guard let applied else { return nil }
    guard applied.fields.position(of: "galaxy") != nil else {
      if mapping.columns.isEmpty {
        _ = applied.fields.require(["galaxy"], mistakes)
      } else {
        mistakes.add(
          "nothing names the galaxies of the catalogue", source, text.header,
          help: #"map it: "catalogue": {"name": "FILE", "columns": {"galaxy": "LABEL"}}"#)
      }
      return nil
    }
    text.tellFlaws(mistakes)
    let own = OwnFields(applied.fields, applied.others, mistakes)
    entries = CatalogueRows.entries(
      of: applied.fields, galaxyLabel: "galaxy",
      labels: Dictionary(uniqueKeysWithValues: zip(Self.names, Self.names)), own: own, mistakes)
    notes =
      applied.notes + mapping.dropNote(applied.dropped, of: text.rows.count).asList
      + own.note.asList + applied.fields.conversionNotes()
  }
}
