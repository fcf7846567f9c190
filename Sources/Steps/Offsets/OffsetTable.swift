package import Tables

/// The schema of the `offsets` table.
package enum OffsetTable {
  /// The axis that replaces the setting of the same name.
  package static let scaleAxis = "g_dagger"

  /// The column of that axis.
  package static let scaleColumn = ColumnSchema(
    scaleAxis, unit: "m / s2", "scale of the radial acceleration relation")

  /// Keys, offset, predictors, points used and reason.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - galaxies: The names of the galaxies of the dataset, once they are known.
  /// - Returns: The schema.
  package static func schema(axes: [Axis], galaxies: [String]?) -> TableSchema {
    let keys = axes.map(\.column) + [GalaxyTables.galaxyColumn(galaxies)]
    return TableSchema(
      "offsets", axes: axes.map(\.name), keys: keys.map(\.name),
      constants: Set(axes.filter(\.isConstant).map(\.name)),
      columns: keys + [
        ColumnSchema(
          "offset", unit: "dex", "mean of log g_obs less log g_RAR over the points used"),
        ColumnSchema("log_v", "log10 of v_flat in km/s"),
        ColumnSchema("log_l", "log10 of the luminosity in 1e9 solLum"),
        ColumnSchema("c_v", "v_obs at the effective radius over v_flat"),
        ColumnSchema("f_gas", "gas fraction"),
        ColumnSchema("points_used", .integer, "points that the mean runs over"),
        ColumnSchema(
          "reason", .word(OffsetRefusal.allCases.map(\.rawValue)), "why there is no offset"),
      ])
  }
}
