import Galaxies
import Support

/// Galaxies as comma-separated values under the names that specs use.
///
///     galaxy,distance,inclination,r_disk
///     DDO154,4.04,64,0.37
///
/// Only `galaxy` has to be there; an empty field is a missing value.
struct CatalogueTable {
  /// The galaxies in the order of the file.
  let entries: [CatalogueEntry]

  private static let names = GalaxyColumn.all.filter { $0.field != nil }.map { $0.name }
  private static let derived = GalaxyColumn.all.filter { $0.field == nil }.map { $0.name }

  /// Reads a table.
  ///
  /// - Returns: `nil` if it has no galaxies; the mistakes then have the reason.
  init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let table = CSVTable(source, mistakes) else { return nil }
    for (name, span) in zip(table.fields.columns, table.names) where Self.derived.contains(name) {
      mistakes.add(
        "'\(name)' follows from the curve", source, span, help: "remove the column")
    }
    table.refuseColumns(notIn: ["galaxy"] + Self.names + Self.derived, mistakes)
    guard table.fields.require(["galaxy"], mistakes) else { return nil }
    entries = CatalogueRows.entries(
      of: table.fields, galaxyLabel: "galaxy",
      labels: Dictionary(uniqueKeysWithValues: zip(Self.names, Self.names)), mistakes)
  }
}
