import Tables

/// A database of SQLite, as the statements from which its program makes it.
enum SQLiteFormat: FileFormat {
  static let name = "sqlite"
  static let suffix = "sqlite"
  static let summary =
    "SQLite database with strict tables, made by the program `sqlite3`; `-o -` writes the "
    + "statements"
  static let holdsSeveral = true
  static let program: String? = "sqlite3"
  static let wantsSample = true
  static let rules = [
    "A missing value is NULL; flags are 0 and 1; zero has no sign.",
    "Tables whose galaxies are all in `galaxies` refer to it; the table `upsilon_columns` has the "
      + "units and meanings of columns.",
    "`galaxies` and `radial_profiles` are the catalogue and the measured points of the sample, "
      + "from the data at hand if they have the hashes of the run; otherwise `radial_profiles` is "
      + "a view of the points of `curves`, or is missing, which the export says.",
    "The view `omega_fits` is `fits` with `method_version`.",
  ]

  static func notes(on tables: [ExportedTable]) -> [String] {
    let names = tables.map(\.name)
    let views = [("omega_fits", TableName.fits), (TableName.radialProfiles, "curves")]
    let missing = views.filter { !names.contains($0) && !names.contains($1) }.map { view, table in
      "there is no '\(view)': no table '\(table)' is exported"
    }
    let held = self.galaxies(of: tables)
    if held == nil {
      return ["there is no 'galaxies' to refer to: no such table is exported"] + missing
    }
    let loose = tables.filter {
      SQLTable.galaxies(of: $0) != nil && $0.name != TableName.galaxies
        && !SQLTable($0, galaxies: held).refersToGalaxies
    }
    return missing
      + loose.map { "'\($0.name)' has galaxies that are not in 'galaxies', and refers to none" }
  }

  static func mistakes(in tables: [ExportedTable]) -> [String] {
    var taken = ["upsilon_columns", "omega_fits", "upsilon_source"]
    return tables.flatMap { table -> [String] in
      var mistakes: [String] = []
      if taken.contains(table.name.lowercased()) {
        mistakes.append("'\(table.name)' is the name of another table of the database")
      }
      taken.append(table.name.lowercased())
      var names: Set<String> = []
      for column in table.schema.columns where !names.insert(column.name.lowercased()).inserted {
        mistakes.append(
          "column '\(column.name)' of '\(table.name)' differs from another one in case alone")
      }
      return mistakes
    }
  }

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions, to sink: ([UInt8]) throws -> Void
  ) throws {
    func put(_ lines: [String]) throws {
      try sink(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
    let tables = tables.map { $0.rounded(to: options.digits) }
    let held = galaxies(of: tables)
    try put([
      "PRAGMA journal_mode = OFF;", "PRAGMA synchronous = OFF;", "PRAGMA encoding = 'UTF-8';",
      "BEGIN;", "CREATE TABLE upsilon_source (source TEXT) STRICT;",
      "INSERT INTO upsilon_source VALUES (\(SQLText.word(options.source)));",
      "CREATE TABLE upsilon_columns (table_name TEXT, column_name TEXT, unit TEXT, meaning TEXT) "
        + "STRICT;",
    ])
    let ordered =
      tables.filter { $0.name == TableName.galaxies }
      + tables.filter { $0.name != TableName.galaxies }
    for table in ordered {
      try SQLTable(table, galaxies: held).write(to: sink)
      try put(
        table.schema.columns.map { column in
          let words = [table.name, column.name, column.unit, column.summary].map(SQLText.word)
          return "INSERT INTO upsilon_columns VALUES (\(words.joined(separator: ", ")));"
        })
    }
    try put(views(of: tables) + ["COMMIT;"])
  }

  private static func views(of tables: [ExportedTable]) -> [String] {
    tables.compactMap { table in
      switch table.name {
      case TableName.fits where table.schema["method"] != nil:
        "CREATE VIEW omega_fits AS SELECT *, method AS method_version FROM fits;"
      case TableName.fits: "CREATE VIEW omega_fits AS SELECT * FROM fits;"
      case "curves" where !tables.contains { $0.name == TableName.radialProfiles }:
        "CREATE VIEW \(TableName.radialProfiles) AS SELECT * FROM curves;"
      default: nil
      }
    }
  }

  /// The names in the table `galaxies`; `nil` if there is none, or a row of it has no name of its
  /// own.
  private static func galaxies(of tables: [ExportedTable]) -> Set<String>? {
    guard let table = tables.first(where: { $0.name == TableName.galaxies }),
      let names = SQLTable.galaxies(of: table), names.count == table.rowCount
    else { return nil }
    return names
  }
}
