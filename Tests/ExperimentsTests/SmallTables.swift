import Tables

/// Tables of a few rows, for steps and expressions.
enum SmallTables {
  private static let galaxies = ColumnSchema("galaxy", .word(["A", "B", "C"]), "galaxy")
  private static let models = ColumnSchema("model", .word(["one", "two"]), "model")
  private static let ratio = ColumnSchema("upsilon_disk", "ratio")

  /// A score for each ratio; `n` is a second column.
  ///
  ///     upsilon_disk  score  n
  ///              0.2      1  10
  ///              0.4      4  11
  ///              0.6      5  12
  ///              1.0      5  13
  ///              1.2      –  14
  static let scan = Table(
    TableSchema(
      "scan", axes: ["upsilon_disk"], keys: ["upsilon_disk"],
      columns: [ratio, ColumnSchema("score", "score"), ColumnSchema("n", .integer, "count")]),
    [[0.2, 0.4, 0.6, 1, 1.2], [1, 4, 5, 5, .nan], [10, 11, 12, 13, 14]])

  /// Two cells, three galaxies, two models: the criterion of each, and one that is missing.
  ///
  ///     cell 0.5: A 10 13 · B 20 11 · C 5 4
  ///     cell 0.8: A 1 1   · B 7 –   · C 3 15
  static let fits = Table(
    TableSchema(
      "fits", axes: ["upsilon_disk"], keys: ["upsilon_disk", "galaxy", "model"],
      columns: [
        ratio, galaxies, models, ColumnSchema("bic", "criterion"),
        ColumnSchema("aic", "criterion"), ColumnSchema("good", .flag, "flag"),
        ColumnSchema("status", .word(["in", "out"]), "word"),
      ]),
    [
      (0..<12).map { $0 < 6 ? 0.5 : 0.8 }, (0..<12).map { Double($0 / 2 % 3) },
      (0..<12).map { Double($0 % 2) }, [10, 13, 20, 11, 5, 4, 1, 1, 7, .nan, 3, 15],
      [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1],
      [0, 0, 1, 0, 0, .nan, 1, 1, 0, 0, 0, 1],
    ])

  /// The catalogue of the galaxies, in another order and without C.
  static let catalogue = Table(
    TableSchema(
      "galaxies", axes: [], keys: ["galaxy"],
      columns: [
        ColumnSchema("galaxy", .word(["B", "A"]), "galaxy"), ColumnSchema("v_flat", "speed"),
        ColumnSchema("class", .word(["late", "early"]), "word"),
        ColumnSchema("bic", "not the one of fits"),
      ]),
    [[0, 1], [50, 100], [1, 0], [-1, -2]])
}
