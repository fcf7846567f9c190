package import Tables

/// A table that leaves the house: what is known of it as a whole, and its rows part by part.
///
/// A large table is never held: its rows are read anew each time they are asked for.
package struct ExportedTable {
  /// Hands on the rows of a table, part by part, with the vocabularies as far as they are known.
  package typealias Rows = (_ body: (Table) throws -> Void) throws -> Void

  /// The columns, with all words.
  package let schema: TableSchema
  package let rowCount: Int
  private let facts: [ColumnFacts]
  private let rows: Rows
  /// How many significant digits its real numbers have; `nil` for all.
  private var digits: Int?

  /// How many values are held at most, so that a small table is read once.
  private static let mostHeld = 1 << 22

  /// A table in memory.
  package init(_ table: Table) {
    (schema, rowCount, rows) = (table.schema, table.rowCount, { body in try body(table) })
    facts = zip(table.schema.columns, table.values).map { column, values in
      var facts = ColumnFacts()
      facts.take(values, of: column, from: 0)
      return facts
    }
  }

  /// A table that is read.
  ///
  /// - Parameters:
  ///   - schema: Its columns, before any word is read.
  ///   - mostHeld: How many values are held at most; `nil` for what is usual.
  ///   - rows: Reads it, always the same.
  /// - Throws: What `rows` throws.
  package init(
    _ schema: TableSchema, mostHeld: Int? = nil, reading rows: @escaping Rows
  ) throws {
    let mostHeld = mostHeld ?? Self.mostHeld
    var facts = schema.columns.map { _ in ColumnFacts() }
    var (known, count) = (schema, 0)
    var held: [Table]? = []
    try rows { part in
      for (place, values) in part.values.enumerated() {
        facts[place].take(values, of: part.schema.columns[place], from: count)
      }
      known = part.schema
      count += part.rowCount
      if count * schema.columns.count > mostHeld { held = nil }
      held?.append(part)
    }
    (self.schema, rowCount, self.facts) = (known, count, facts)
    self.rows = held.map { parts in { body in for part in parts { try body(part) } } } ?? rows
  }

  package var name: String { schema.name }

  /// Whether a column lacks a value; not finite is missing.
  func lacksValues(in column: Int) -> Bool { facts[column].lacksValues }

  /// In which row each word of a column first stands; `nil` for one that stands in none.
  func firstRows(of column: Int) -> [Int?] {
    let known = facts[column].firstRows
    return schema.columns[column].words.indices.map { $0 < known.count ? known[$0] : nil }
  }

  /// The table with its real numbers rounded to so many significant digits; `nil` keeps them.
  func rounded(to digits: Int?) -> ExportedTable {
    var table = self
    table.digits = digits
    return table
  }

  /// Hands on the rows part by part, under ``schema``.
  ///
  /// - Throws: What the body throws, or what reading the rows does.
  func forEachPart(_ body: (Table) throws -> Void) throws {
    try rows { part in
      try body(Table(schema, part.values, rowCount: part.rowCount).rounded(to: digits))
    }
  }

  /// All rows at once, for a format that has to see them together.
  func whole() throws -> Table {
    var values: [[Double]]?
    try forEachPart { part in
      guard var all = values else {
        values = part.values
        return
      }
      values = nil
      for place in all.indices { all[place] += part.values[place] }
      values = all
    }
    return Table(schema, values ?? schema.columns.map { _ in [] }, rowCount: rowCount)
  }
}
