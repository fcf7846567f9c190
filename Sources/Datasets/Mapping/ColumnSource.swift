import Support

/// Where a column of the program comes from in a file, as a spec says it.
package enum ColumnSource: Equatable, Sendable {
  /// A label of the file, or an expression of its labels.
  case text(String)
  /// The number of a column, from 1.
  case position(Int)
  /// One number for all rows.
  case constant(Double)
  /// One word for all rows: the galaxy of a file that does not name it.
  case word(String)
  /// What the `*` stands for in the name of the file.
  case fileName(String)

  /// As a spec has it.
  var resolved: JSONValue {
    switch self {
    case .text(let text): ["from": .string(text)]
    case .position(let position): ["from": .number(Double(position))]
    case .constant(let value): ["value": .number(value)]
    case .word(let word): ["text": .string(word)]
    case .fileName(let pattern): ["file": .string(pattern)]
    }
  }
}
