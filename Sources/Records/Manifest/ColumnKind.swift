import Tables

/// The kind of a column, under the name that records use.
package enum ColumnKind: String, CaseIterable, Sendable {
  case real
  case integer
  case flag
  case word

  init(_ kind: ColumnSchema.Kind) {
    self =
      switch kind {
      case .real: .real
      case .integer: .integer
      case .flag: .flag
      case .word: .word
      }
  }
}
