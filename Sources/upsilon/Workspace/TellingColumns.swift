import Tables

/// Which columns of a table tell something: no key that is the same everywhere, nothing that is
/// missing everywhere.
struct TellingColumns {
  private let schema: TableSchema
  private var rowCount = 0
  /// What the first row has in each column, whether something else is there, and whether something
  /// is there at all.
  private var first: [Double] = []
  private var varies: [Bool]
  private var isPresent: [Bool]

  init(_ schema: TableSchema) {
    self.schema = schema
    varies = schema.columns.map { _ in false }
    isPresent = varies
  }

  /// Looks at rows of the table, or of a part of it.
  mutating func take(_ table: Table, _ rows: [Int]) {
    guard let start = rows.first else { return }
    if rowCount == 0 { first = table.values.map { $0[start] } }
    rowCount += rows.count
    for place in first.indices {
      let values = table.values[place]
      if !isPresent[place] { isPresent[place] = rows.contains { !values[$0].isNaN } }
      if !varies[place] { varies[place] = rows.contains { values[$0] != first[place] } }
    }
  }

  /// The places of the columns.
  var indices: [Int] {
    let columns = schema.columns
    if rowCount == 0 { return Array(columns.indices) }
    let present = columns.indices.filter { isPresent[$0] }
    let telling = present.filter { varies[$0] || !schema.keys.contains(columns[$0].name) }
    let hasKey = telling.contains { schema.keys.contains(columns[$0].name) }
    return hasKey || rowCount == 1 ? telling : present
  }
}
