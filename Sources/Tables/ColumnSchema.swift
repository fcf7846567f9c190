package import Support

/// What a column holds: its name, unit, meaning and kind.
package struct ColumnSchema: Equatable, Sendable {
  /// The kinds of value.
  ///
  /// Every value is stored as a double; the kind says how to read it.
  package enum Kind: Equatable, Sendable {
    case real
    case integer
    /// 0 or 1.
    case flag
    /// A position in the vocabulary; `nil` where the words are known only once the data are read.
    case word([String]?)
  }

  package let name: String
  package let kind: Kind
  /// The unit as astronomers' tools spell it (`km / s`); empty for a plain number.
  package let unit: String
  package let summary: String

  package init(_ name: String, _ kind: Kind, unit: String = "", _ summary: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.summary = summary
  }

  /// A column of real numbers.
  package init(_ name: String, unit: String = "", _ summary: String) {
    self.init(name, .real, unit: unit, summary)
  }

  /// The kind as the expression language sees it.
  package var expressionKind: ExpressionKind {
    switch kind {
    case .real, .integer: .number
    case .flag: .boolean
    case .word(let vocabulary): .word(vocabulary: vocabulary)
    }
  }

  /// The vocabulary of a column of words.
  package var vocabulary: [String]? {
    guard case .word(let vocabulary) = kind else { return nil }
    return vocabulary
  }

  /// The words that a row may hold: none for a column of other values, or as long as they are not
  /// known.
  package var words: [String] { vocabulary ?? [] }

  package func renamed(_ name: String) -> ColumnSchema {
    ColumnSchema(name, kind, unit: unit, summary)
  }
}
