import Galaxies
import Support

/// Galaxies as a table under the names that specs use.
///
///     galaxy,distance,inclination,r_disk
///     DDO154,4.04,64,0.37
///
/// Only `galaxy` has to be there; an empty field is a missing value. Other columns are passed over.
struct CatalogueTable {
  /// The galaxies in the order of the file.
  let entries: [CatalogueEntry]
  /// What was noticed while reading, one sentence each.
  let notes: [String]

  private static let names = GalaxyColumn.all.filter { $0.field != nil }.map { $0.name }
  private static let derived = GalaxyColumn.all.filter { $0.field == nil }.map { $0.name }

  /// Reads a table.
  ///
  /// - Returns: `nil` if it has no galaxies; the mistakes then have the reason.
  init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let text = TextTable.read(source, TextTableForm(), mistakes) else { return nil }
    let table = text.fields
    for (name, span) in zip(table.columns, table.spans) where Self.derived.contains(name) {
      mistakes.add(
        "'\(name)' follows from the curve", source, span, help: "remove the column")
    }
    let others = text.remark(
      onColumnsBeside: ["galaxy"] + Self.names + Self.derived, requiring: ["galaxy"], mistakes)
    guard table.position(of: "galaxy") != nil else { return nil }
    text.tellFlaws(mistakes)
    entries = CatalogueRows.entries(
      of: table, galaxyLabel: "galaxy",
      labels: Dictionary(uniqueKeysWithValues: zip(Self.names, Self.names)), mistakes)
    notes = text.notes + [others].compactMap(\.self) + table.conversionNotes()
  }
}
