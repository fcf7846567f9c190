import Tables

/// The rows that were chosen of a table that is read part by part.
struct FoundRows {
  /// The columns, with the words that were met.
  private(set) var schema: TableSchema
  /// How many rows were chosen.
  private(set) var total = 0
  /// The places of the columns that are held.
  private let places: [Int]
  private let most: Int?
  private var values: [[Double]]
  private var tellingColumns: TellingColumns

  /// - Parameters:
  ///   - schema: The columns.
  ///   - columns: Those that are held besides keys; `nil` for all.
  ///   - most: How many rows are held; `nil` for all.
  init(_ schema: TableSchema, columns: Set<String>?, most: Int?) {
    (self.schema, self.most) = (schema, most)
    places = schema.columns.indices.filter { place in
      let name = schema.columns[place].name
      return columns?.contains(name) != false || schema.keys.contains(name)
    }
    values = places.map { _ in [] }
    tellingColumns = TellingColumns(schema)
  }

  /// Learns of further words.
  mutating func learn(_ schema: TableSchema) {
    self.schema = schema
  }

  /// Takes rows of the part that follows.
  mutating func take(_ part: Table, _ rows: [Int]) {
    learn(part.schema)
    total += rows.count
    tellingColumns.take(part, rows)
    let room = most.map { max(0, $0 - values[0].count) }
    let held = rows.prefix(room ?? rows.count)
    for (index, place) in places.enumerated() {
      values[index] += held.map { part.values[place][$0] }
    }
  }

  /// The rows that are held, with their columns.
  var table: Table {
    Table(schema.keeping(Set(places.map { schema.columns[$0].name })), values)
  }

  /// The names of the columns that tell something.
  var telling: [String] { tellingColumns.indices.map { schema.columns[$0].name } }
}
