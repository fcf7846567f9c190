import Tables

/// Tables made by hand.
enum Samples {
  /// Two rows with every kind of column, and something missing in each.
  static let kinds = Table(
    TableSchema(
      "kinds", axes: ["upsilon_disk"], keys: ["upsilon_disk", "galaxy"],
      columns: [
        ColumnSchema("upsilon_disk", "mass-to-light ratio of the disk"),
        ColumnSchema("galaxy", .word(["DDO154", "NGC \"2403\", a #1"]), "name of the galaxy"),
        ColumnSchema("v_flat", unit: "km / s", "flat speed, \"asymptotic\""),
        ColumnSchema("points", .integer, "points of the curve"),
        ColumnSchema("v_obs_below_v_bary", .flag, "whether the baryons exceed v_obs"),
      ]),
    [[0.5, 0.5], [0, 1], [47.25, .nan], [12, .nan], [1, 0]])

  /// A table with one column.
  static func column(_ kind: ColumnSchema.Kind, _ values: [Double]) -> Table {
    Table(
      TableSchema("one", axes: [], keys: [], columns: [ColumnSchema("x", kind, "a value")]),
      [values])
  }

  /// Words that a careless writer or reader breaks.
  static let words = [
    "plain", "two words", "comma,comma", "say \"so\"", "\"", "\"\"", "#hash", "# hash", "a#b",
    "line\nline", "carriage\rreturn", "Υ = 0.5 M☉/L☉", "True", "1.0", " leading", "trailing ", ",",
  ]
}
