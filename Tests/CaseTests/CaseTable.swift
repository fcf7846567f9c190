import Tables
import TestKit

/// A table as it stands in a file of cases.
///
///     scan in upsilon_disk by galaxy
///     upsilon_disk  galaxy  score  n   good
///     0.2           A       1.0    10  true
///
/// After `in` stand the axes, after `by` the other keys. The values tell of which kind a column is:
/// whole numbers without a point, real ones with a point or an exponent, `true` and `false`, or
/// words.
struct CaseTable: Equatable {
  let name: String
  let axes: [String]
  let keys: [String]
  /// Whether there are columns that are not told here.
  let isPartial: Bool
  /// The header and the rows.
  let rows: [[String]]

  /// What stands at the end of a header that names some of the columns only.
  private static let others = "…"

  init(heading: String, lines: [String]) {
    let words = heading.split(separator: " ").map { String($0) }
    name = words.first ?? ""
    axes = Array(words.drop { $0 != "in" }.dropFirst().prefix { $0 != "by" })
    keys = Array(words.drop { $0 != "by" }.dropFirst())
    let cells = lines.map(AlignedText.cells)
    isPartial = cells.first?.last == Self.others
    rows = isPartial ? [Array(cells[0].dropLast())] + cells.dropFirst() : cells
  }

  /// The text of a table that was made; of some columns where the expected one names them.
  init(_ table: Table, like expected: CaseTable) {
    let schema = table.schema
    let columns =
      expected.isPartial
      ? (expected.rows.first ?? []).compactMap { schema.index(of: $0) }
      : Array(schema.columns.indices)
    name = table.name
    axes = schema.axes
    keys = schema.keys.filter { !schema.axes.contains($0) }
    isPartial = expected.isPartial
    rows =
      [columns.map { schema.columns[$0].name }]
      + (0..<table.rowCount).map { row in columns.map { table.text(row: row, column: $0) } }
  }

  var heading: String {
    let parts = [("in", axes), ("by", keys)].filter { !$1.isEmpty }
    return ([name] + parts.map { "\($0) \($1.joined(separator: " "))" }).joined(separator: " ")
  }

  var lines: [String] {
    let lines = AlignedText.lines(of: rows)
    guard isPartial else { return lines }
    return lines.prefix(1).map { "\($0)  \(Self.others)" } + lines.dropFirst()
  }

  // MARK: As a table of the program

  /// The table with these values.
  var table: Table {
    let header = rows.first ?? []
    let columns = header.indices.map { index in rows.dropFirst().map { $0[index] } }
    let schemas = zip(header, columns).map { ColumnSchema($0, Self.kind(of: $1), "") }
    return Table(
      TableSchema(name, axes: axes, keys: axes + keys, columns: schemas),
      zip(schemas, columns).map { schema, cells in cells.map { Self.number($0, schema) } })
  }

  private static func kind(of cells: [String]) -> ColumnSchema.Kind {
    let known = cells.filter { !$0.isEmpty }
    if known.allSatisfy({ $0 == "true" || $0 == "false" }), !known.isEmpty { return .flag }
    if known.allSatisfy({ Int($0) != nil }), !known.isEmpty { return .integer }
    if known.allSatisfy({ Double($0) != nil }) { return .real }
    return .word(
      known.reduce(into: []) { words, word in
        if !words.contains(word) { words.append(word) }
      })
  }

  private static func number(_ cell: String, _ column: ColumnSchema) -> Double {
    if cell.isEmpty { return .nan }
    switch column.kind {
    case .flag: return cell == "true" ? 1 : 0
    case .word(let words): return Double(words?.firstIndex(of: cell) ?? -1)
    case .real, .integer: return Double(cell) ?? .nan
    }
  }
}
