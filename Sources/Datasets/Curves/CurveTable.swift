import Galaxies
package import Support

/// Points of rotation curves as a table under the names that specs use.
///
///     galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,v_bulge
///     DDO154,0.49,13.80,1.60,3.74,12.31,0.00
///
/// `v_bulge`, `sb_disk` and `sb_bulge` may be left out; without it there is no bulge. Surface
/// densities may take the place of `v_gas` and `v_disk`, as ``DensityColumns`` says. Other columns
/// are passed over.
package struct CurveTable {
  /// The curves in the order of the file.
  package let curves: [NamedCurve]
  /// What was noticed while reading, one sentence each.
  package let notes: [String]

  private static let names = PointColumn.all.map { $0.name }
  private static let required = ["galaxy", "radius", "v_obs", "e_v_obs"]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - mistakes: Takes what is wrong.
  ///   - knownDistance: The distance of a galaxy as a catalogue has it, Mpc; NaN where none does.
  /// - Returns: `nil` if it has no points; the mistakes then have the reason.
  package init?(
    _ source: SourceText, _ mistakes: Mistakes,
    knownDistance: @escaping (String) -> Double = { _ in .nan }
  ) {
    guard let text = TextTable.read(source, TextTableForm(), mistakes) else { return nil }
    let table = text.fields
    let before = mistakes.count
    let densities = DensityColumns(table, mistakes)
    let hasSpeeds = densities == nil && mistakes.count == before
    let others = text.remark(
      onColumnsBeside: ["galaxy"] + Self.names + DensityColumns.names,
      requiring: Self.required + (hasSpeeds ? DensityColumns.speeds : []), mistakes)
    guard mistakes.count == before, let galaxy = table.position(of: "galaxy") else { return nil }
    var columns = CurveColumns(
      table, names: .column(galaxy),
      labels: Dictionary(uniqueKeysWithValues: zip(Self.names, Self.names)), mistakes)
    columns.densities = densities
    guard mistakes.count == before else { return nil }
    text.tellFlaws(mistakes)
    var rows = CurveRows(table, columns, mistakes, knownDistance: knownDistance)
    curves = rows.curves()
    let remarks = [CurveNotes.outwardGas(in: curves), CurveNotes.unusableErrors(in: curves)]
    notes =
      text.notes + [others].compactMap(\.self) + table.conversionNotes() + rows.notes
      + [densities].compactMap(\.self).flatMap(\.notes) + remarks.compactMap(\.self)
  }
}
