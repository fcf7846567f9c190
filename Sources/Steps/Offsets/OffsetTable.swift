package import Tables

/// The `offsets` table: keys, offset, predictors, points used and reason.
package struct OffsetTable {
  package private(set) var draft: TableDraft
  let axes: ColumnBlock
  let galaxy: Column<Int>
  let offset: Column<Double>
  let logFlatSpeed: Column<Double>
  let logLuminosity: Column<Double>
  let concentration: Column<Double>
  let gasFraction: Column<Double>
  let pointsUsed: Column<Int>
  let outwardPoints: Column<Int>
  let reason: Column<OffsetRefusal>

  /// Declares the columns.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - galaxies: The names of the galaxies of the dataset, once they are known.
  package init(axes: [Axis], galaxies: [String]?) {
    draft = TableDraft(TableName.offsets, over: axes)
    self.axes = draft.axes(axes)
    galaxy = draft.galaxy(galaxies)
    offset = draft.real(
      "offset", unit: "dex", "mean of log g_obs less log g_RAR over the points used")
    logFlatSpeed = draft.real("log_v", "log10 of v_flat in km/s")
    logLuminosity = draft.real("log_l", "log10 of the luminosity in 1e9 solLum")
    concentration = draft.real(
      "c_v", "v_obs at the effective radius over v_flat; missing where r_eff is no valid radius")
    gasFraction = draft.real("f_gas", "gas fraction")
    pointsUsed = draft.integer("points_used", "points that the mean runs over")
    outwardPoints = draft.integer(
      "outward_points", "points that are left out since g_bar is not positive there")
    reason = draft.word("reason", of: OffsetRefusal.self, "why there is no offset")
  }
}
