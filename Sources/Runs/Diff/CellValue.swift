import Tables

/// One value of a table.
package enum CellValue: Hashable, Sendable {
  case missing
  case number(Double)
  case flag(Bool)
  case word(String)

  /// The number; NaN for anything else.
  package var number: Double {
    guard case .number(let value) = self else { return .nan }
    return value
  }
}

extension Table {
  /// One value with its kind.
  package func cell(row: Int, column: Int) -> CellValue {
    let value = values[column][row]
    if value.isNaN { return .missing }
    switch schema.columns[column].kind {
    case .real, .integer: return .number(value)
    case .flag: return .flag(value == 1)
    case .word: return .word(text(row: row, column: column))
    }
  }
}
