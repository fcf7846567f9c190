import Tables

/// A Zarr store, which xarray and ArviZ open.
///
/// - SeeAlso: Zarr storage specification, version 2; the ArviZ schema of `InferenceData`.
enum ZarrFormat: FolderFormat {
  static let name = "zarr"
  static let suffix = "zarr"
  static let summary =
    "a folder in Zarr, version 2: for xarray a group for each table, for ArviZ the draws as "
    + "`posterior`"
  static let rules = [
    "The table `draws` becomes the groups `posterior` and `sample_stats`, over chain, draw, the "
      + "axes of more than one value, galaxy and model; where a model has no such quantity, or "
      + "there is no draw, is NaN.",
    "Other tables have an array for each column, over `row`.",
    "A missing real number is NaN, a missing whole number the `fill_value`; flags of a column that "
      + "lacks some are bytes with -1 for what is missing; a missing word is empty, and so is an "
      + "empty word.",
    "In names of columns a `/`, and a point at the start, are `_`; the attribute `name` has it as "
      + "it was.",
  ]

  static func mistakes(in tables: [ExportedTable]) -> [String] {
    let groups = tables.flatMap { isOfDraws($0.schema) ? ZarrDraws.groups : [$0.name] }
    let twice = Set(groups.filter { name in groups.count { $0 == name } > 1 }).sorted().map {
      "'\($0)' is the name of a table, and of a group that the draws become"
    }
    // A word of fixed width has no end of its own.
    return twice
      + WordCheck.mistakes(in: tables) { word in
        var scalars = Substring(word).unicodeScalars
        while scalars.last == "\0" { scalars.removeLast() }
        return String(scalars)
      }
  }

  /// Whether a table is one of draws that all weigh the same.
  private static func isOfDraws(_ table: TableSchema) -> Bool {
    DrawUnits.isShape(of: table) && table.index(of: DrawColumn.weight.rawValue) == nil
  }

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions,
    file: (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(file) { file in
      var store = try ZarrStore(options.source, to: file)
      let names = ZarrStore.names(tables.map(\.name))
      for (name, table) in zip(names, tables.map { $0.rounded(to: options.digits) }) {
        let whole = try table.whole()
        if isOfDraws(table.schema), let draws = DrawUnits(whole) {
          try ZarrDraws(draws).write(to: &store)
        } else {
          try ZarrTable(whole).write(as: name, to: &store)
        }
      }
      try store.finish()
    }
  }
}
