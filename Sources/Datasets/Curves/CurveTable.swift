import Galaxies
package import Support

/// Points of rotation curves as comma-separated values under the names that specs use.
///
///     galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,v_bulge
///     DDO154,0.49,13.80,1.60,3.74,12.31,0.00
///
/// `v_bulge`, `sb_disk` and `sb_bulge` may be left out; without it there is no bulge. Surface
/// densities may take the place of `v_gas` and `v_disk`, as ``DensityColumns`` says.
package struct CurveTable {
  /// The curves in the order of the file.
  package let curves: [NamedCurve]
  /// What was noticed while reading, one sentence each.
  package let notes: [String]

  private static let names = PointColumn.all.map { $0.name }
  private static let required = ["galaxy", "radius", "v_obs", "e_v_obs"]

  /// Reads a table.
  ///
  /// - Returns: `nil` if it has no points; the mistakes then have the reason.
  package init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let table = CSVTable(source, mistakes) else { return nil }
    table.refuseColumns(notIn: ["galaxy"] + Self.names + DensityColumns.names, mistakes)
    let before = mistakes.count
    let densities = DensityColumns(table, mistakes)
    let hasSpeeds = densities == nil && mistakes.count == before
    guard table.fields.require(Self.required + (hasSpeeds ? DensityColumns.speeds : []), mistakes),
      mistakes.count == before
    else { return nil }
    let layout = CurveRows.Layout(
      galaxyLabel: "galaxy",
      labels: Dictionary(uniqueKeysWithValues: zip(Self.names, Self.names)), densities: densities)
    curves = CurveRows(table.fields, layout, mistakes).curves()
    let remarks = [CurveNotes.outwardGas(in: curves), CurveNotes.unusableErrors(in: curves)]
    notes = [densities].compactMap(\.self).flatMap(\.notes) + remarks.compactMap(\.self)
  }
}

extension CSVTable {
  /// Says which columns have a name that is not known.
  func refuseColumns(notIn known: [String], _ mistakes: Mistakes) {
    for (name, span) in zip(fields.columns, names) where !known.contains(name) {
      mistakes.add("unknown column '\(name)'", fields.source, span, help: known.advice(for: name))
    }
  }
}
