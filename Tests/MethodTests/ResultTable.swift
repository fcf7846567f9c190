import Tables
import TestKit

/// A table of results as text that a person can read in review, exact to the last digit.
///
/// What all rows have in common stands once, above the rows:
///
///     usual/fits
///     model = linear
///     upsilon_disk  galaxy    omega
///     0.3           Mock0001  5.867309471771735
///     0.3           Odd       4.5235158808392635
struct ResultTable: Equatable {
  struct Column: Equatable {
    let name: String
    let values: [String]

    var isConstant: Bool { Set(values).count == 1 }
  }

  let name: String
  var columns: [Column]

  init(_ name: String, _ columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// A table of the program, under another name.
  init(_ table: Table, named name: String) {
    self.init(
      name,
      table.schema.columns.enumerated().map { index, column in
        Column(
          name: column.name,
          values: (0..<table.rowCount).map { table.text(row: $0, column: index) })
      })
  }

  /// A table with one row.
  init(_ name: String, row: [(name: String, value: String)]) {
    self.init(name, row.map { Column(name: $0.name, values: [$0.value]) })
  }

  subscript(column: String) -> Column? {
    columns.first { $0.name == column }
  }

  /// The lines of the text.
  var lines: [String] {
    let varied = columns.filter { !$0.isConstant }
    let isOneRow = columns.allSatisfy { $0.values.count == 1 }
    let told = isOneRow ? columns : varied.isEmpty ? [] : columns.filter(\.isConstant)
    let rows = isOneRow ? [] : varied.isEmpty ? columns : varied
    return [name] + told.map { "\($0.name) = \(AlignedText.spelling($0.values[0]))" }
      + AlignedText.lines(of: Self.rows(of: rows))
  }

  private static func rows(of columns: [Column]) -> [[String]] {
    guard let first = columns.first else { return [] }
    let cells = columns.map { [$0.name] + $0.values }
    return (0...first.values.count).map { row in cells.map { $0[row] } }
  }

  /// Reads the lines of a text.
  init(lines: [Substring]) {
    let told = lines.dropFirst().prefix { $0.contains(" = ") }.map {
      $0.split(separator: " = ", maxSplits: 1).map { String($0) }
    }
    let rows = lines.dropFirst(1 + told.count).map { AlignedText.cells(of: $0) }
    let count = rows.isEmpty ? 1 : rows.count - 1
    let constants = told.map { words in
      Column(
        name: words[0], values: Array(repeating: AlignedText.value(words[1]), count: count))
    }
    let varied = (rows.first ?? []).enumerated().map { index, name in
      Column(name: name, values: rows.dropFirst().map { $0[index] })
    }
    self.init(lines.first.map { String($0) } ?? "", constants + varied)
  }
}
