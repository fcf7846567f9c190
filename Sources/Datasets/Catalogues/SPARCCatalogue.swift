import Galaxies
import Support

/// The galaxies of the SPARC sample table.
///
/// Zero means missing for the flat speed and its error, the hydrogen radius, and the error of the
/// luminosity.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157, table 1.
struct SPARCCatalogue {
  /// The galaxies in the order of the file.
  let entries: [CatalogueEntry]
  /// What was noticed while reading, one sentence each.
  let notes: [String]

  private static let zeroIsMissing = ["v_flat", "e_v_flat", "r_hi", "e_luminosity"]

  /// What the table calls the columns of a galaxy.
  private static let labels = [
    "hubble_type": "T", "distance": "D", "e_distance": "e_D", "distance_method": "f_D",
    "inclination": "Inc", "e_inclination": "e_Inc", "luminosity": "L[3.6]",
    "e_luminosity": "e_L[3.6]", "r_eff": "Reff", "sb_eff": "SBeff", "r_disk": "Rdisk",
    "sb_disk_central": "SBdisk", "m_hi": "MHI", "r_hi": "RHI", "v_flat": "Vflat",
    "e_v_flat": "e_Vflat", "quality": "Q",
  ]

  /// Reads a table.
  ///
  /// - Returns: `nil` if it has no galaxies; the mistakes then have the reason.
  init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let table = MRTTable(source, mistakes) else { return nil }
    let required = GalaxyColumn.all.compactMap { Self.labels[$0.name] }
    guard table.fields.require(["Galaxy"] + required, mistakes) else { return nil }
    entries = CatalogueRows.entries(
      of: table.fields, galaxyLabel: "Galaxy", labels: Self.labels,
      zeroIsMissing: Set(Self.zeroIsMissing), mistakes)
    notes =
      [table.note].compactMap(\.self) + table.fields.conversionNotes(Self.labels)
      + Self.missing(in: entries)
  }

  private static func missing(in entries: [CatalogueEntry]) -> [String] {
    let counts = zeroIsMissing.map { name in
      (name, entries.count { $0.values[name]?.isNaN == true })
    }.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return [] }
    let list = counts.map { "\($0) of \($1.counted("galaxy", "galaxies"))" }
    return ["a zero is taken for a missing value: \(list.joined(separator: ", "))"]
  }
}
