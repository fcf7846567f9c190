import Tables
import TestKit
import Testing

/// Tables that a careless writer breaks.
enum AwkwardTables {
  /// A table that is told by its name.
  struct Named: CustomTestStringConvertible, Sendable {
    let table: Table

    var testDescription: String { table.name }
  }

  static let all = [missing, flags, none, unicode, many(10_000), quotes].map { Named(table: $0) }

  private static func schema(_ name: String, _ columns: ColumnSchema...) -> TableSchema {
    TableSchema(name, axes: [], keys: [], columns: columns)
  }

  /// Something missing in every column, and numbers at the ends of their range.
  static let missing = Table(
    schema(
      "missing", ColumnSchema("galaxy", .word(["A", "B"]), "name"),
      ColumnSchema("speed", unit: "km / s", "a speed"),
      ColumnSchema("e_speed", unit: "km / s", "its error"),
      ColumnSchema("omega", unit: "km / (kpc s)", "a gradient"),
      ColumnSchema("mass", unit: "1e9 solMass", "a mass"),
      ColumnSchema("points", .integer, "a count"), ColumnSchema("is_odd", .flag, "a flag"),
      ColumnSchema("nothing", "never there")),
    [
      [.nan, 0, 1, 0, 1, .nan], [0.1 + 0.2, -0.0, .nan, 1e22, .leastNonzeroMagnitude, -1.5],
      [0.05, .nan, 1, 0, 2, 0.1],
      [.greatestFiniteMagnitude, .nan, -.pi, 1 / 3, .leastNormalMagnitude, 1e-7],
      [.nan, 1, 12.5, .infinity, 9_007_199_254_740_994, 1e5],
      [9_007_199_254_740_991, -1, .nan, 0, 7, 12], [1, .nan, 0, 1, 0, .nan],
      [.nan, .nan, .nan, .nan, .nan, .nan],
    ])

  /// Flags and words without a missing one, and a column of one word.
  static let flags = Table(
    schema(
      "flags.and_words", ColumnSchema("is_kept", .flag, "whether it is kept"),
      ColumnSchema("verdict", .word(["interior", "at_bound", "no row has this"]), "the verdict"),
      ColumnSchema("only", .word(["x"]), "one word"), ColumnSchema("n", .integer, "a number")),
    [[0, 1, 1], [0, 1, 0], [0, 0, 0], [-3, 0, 123_456]])

  static let none = Table(
    schema(
      "no_rows", ColumnSchema("galaxy", .word([]), "name"),
      ColumnSchema("x", unit: "kpc", "a value"),
      ColumnSchema("n", .integer, "a count"), ColumnSchema("is_odd", .flag, "a flag")),
    [[], [], [], []])

  static let unicode = Table(
    schema(
      "unicode",
      ColumnSchema("größe", .word(["Υ = 0.5 M☉/L☉", "Ñandú", "плоский", "𝛶", "plain"]), "Größe"),
      ColumnSchema("sb_größe", unit: "solLum / pc2", "a brightness"),
      ColumnSchema("Υ_disk", "a ratio, in M☉/L☉"), ColumnSchema("a b", .integer, "with a blank")),
    [[0, 1, 2, 3, 4], [1, 2.5, -3, 4, 5e10], [0.5, 0.25, 0.125, 1, 2], [1, 2, 3, 4, 5]])

  /// More rows than fit into a piece or a page.
  static func many(_ count: Int) -> Table {
    var generator = SeededGenerator(seed: 16)
    let bits = (0..<count).map { _ in Double(bitPattern: generator.next()) }
    return Table(
      schema(
        "many", ColumnSchema("row", .integer, "number of the row"),
        ColumnSchema("speed", unit: "km / s", "a speed"), ColumnSchema("bits", "any double"),
        ColumnSchema("word", .word(["one", "three", "seventeen"]), "a word")),
      [
        (0..<count).map(Double.init), (0..<count).map { Double($0 % 977) / 7 },
        bits.map { $0.isFinite ? $0 : .nan }, (0..<count).map { Double($0 % 3) },
      ])
  }

  static let quotes = Table(
    schema(
      "quotes", ColumnSchema("name", .word(words), "a \"name\", with <marks> & commas"),
      ColumnSchema("x", "50% of it's & <more>")),
    [words.indices.map(Double.init), words.indices.map { Double($0) / 4 }])

  private static let words = [
    "plain", "two words", "comma,comma", "say \"so\"", "\"", "it's", "''", "#hash", "a\nb", "\n",
    "a\r\nb", "tab\there", "&%$#_{}~^\\", "<tag attr=\"1\">&amp;</tag>", "]]>", "True", "1.0",
    "nan",
    "NULL", "\\N", " leading", "trailing ", "  ", "--", "[x]", "*", "a|b", "`", ".quit", ";",
    "a;\n.quit\nb", "\u{1}\u{7f}", "\\u0041",
  ]
}
