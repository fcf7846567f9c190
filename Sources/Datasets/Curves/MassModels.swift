package import Support

/// The rotation curves of a SPARC mass model table, all galaxies in one file.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157, table 2.
package struct MassModels {
  /// The curves in the order of the file.
  package let curves: [NamedCurve]
  /// What was noticed while reading, one sentence each.
  package let notes: [String]

  /// Reads a table.
  ///
  /// - Returns: `nil` if it has no points; the mistakes then have the reason.
  package init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let table = MRTTable(source, mistakes) else { return nil }
    let labels = ["ID", "D", "R", "Vobs", "e_Vobs", "Vgas", "Vdisk", "Vbul", "SBdisk", "SBbul"]
    guard table.fields.require(labels, mistakes), let names = table.fields.position(of: "ID") else {
      return nil
    }
    let own = [
      "radius": "R", "v_obs": "Vobs", "e_v_obs": "e_Vobs", "v_gas": "Vgas", "v_disk": "Vdisk",
      "v_bulge": "Vbul", "sb_disk": "SBdisk", "sb_bulge": "SBbul",
    ]
    let columns = CurveColumns(
      table.fields, names: .column(names), distanceLabel: "D", labels: own,
      zeroIsMissing: ["sb_disk"], mistakes)
    var rows = CurveRows(table.fields, columns, mistakes)
    curves = rows.curves()
    notes =
      [table.note].compactMap(\.self)
      + table.fields.conversionNotes(own.merging(["distance": "D"]) { $1 }) + rows.notes
      + CurveNotes.all(of: curves)
  }
}
