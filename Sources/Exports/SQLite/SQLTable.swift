import Tables

/// The statements that make a table and fill it.
struct SQLTable {
  private let table: ExportedTable
  /// The place of the column that names a row of ``galaxies``; `nil` for none.
  private let reference: Int?
  /// Whether the name of the galaxy tells rows apart.
  private let isGalaxies: Bool

  /// How many rows a statement inserts.
  private static let share = 100

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - galaxies: The names in the table `galaxies`; `nil` without one.
  init(_ table: ExportedTable, galaxies: Set<String>?) {
    self.table = table
    let names = Self.galaxies(of: table)
    isGalaxies = table.name == TableName.galaxies && galaxies != nil
    let isHeld = names.flatMap { names in galaxies.map { names.isSubset(of: $0) } } ?? false
    reference = isHeld && !isGalaxies ? table.schema.index(of: "galaxy") : nil
  }

  /// Whether its rows refer to galaxies that are there.
  var refersToGalaxies: Bool { reference != nil }

  /// The names in the column `galaxy` of a table; `nil` without such a column.
  static func galaxies(of table: ExportedTable) -> Set<String>? {
    guard let index = table.schema.index(of: "galaxy"),
      case .word = table.schema.columns[index].kind
    else { return nil }
    return Set(
      zip(table.schema.columns[index].words, table.firstRows(of: index)).compactMap {
        $1 == nil ? nil : $0
      })
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    let columns = table.schema.columns.enumerated().map { index, column in
      "  \(SQLText.name(column.name)) \(Self.type(column.kind, column.name))"
        + (isGalaxies && column.name == "galaxy" ? " PRIMARY KEY NOT NULL" : "")
        + (index == reference ? " REFERENCES galaxies (galaxy)" : "")
    }
    let name = SQLText.name(table.name)
    try sink(
      Array("CREATE TABLE \(name) (\n\(columns.joined(separator: ",\n"))\n) STRICT;\n".utf8))
    let words = table.schema.columns.map { $0.words.map(SQLText.word) }
    var count = 0
    try table.forEachPart { part in
      for start in stride(from: 0, to: part.rowCount, by: Self.share) {
        var text = ""
        for row in start..<min(start + Self.share, part.rowCount) {
          text += count % Self.share == 0 ? "INSERT INTO \(name) VALUES\n(" : ",\n("
          for (column, values) in part.values.enumerated() {
            if column > 0 { text += "," }
            text += self.text(values[row], column, words[column])
          }
          count += 1
          text += count % Self.share == 0 || count == table.rowCount ? ");\n" : ")"
        }
        try sink(Array(text.utf8))
      }
    }
  }

  private func text(_ value: Double, _ column: Int, _ words: [String]) -> String {
    guard value.isFinite else { return "NULL" }
    switch table.schema.columns[column].kind {
    case .real: return SQLText.number(value)
    case .integer, .flag: return "\(Int(value))"
    case .word: return words[Int(value)]
    }
  }

  private static func type(_ kind: ColumnSchema.Kind, _ name: String) -> String {
    switch kind {
    case .real: "REAL"
    case .integer: "INTEGER"
    case .flag: "INTEGER CHECK (\(SQLText.name(name)) IN (0, 1))"
    case .word: "TEXT"
    }
  }
}
