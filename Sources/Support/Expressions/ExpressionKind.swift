/// What kind of value an expression or a column has.
package enum ExpressionKind: Equatable, Sendable {
  case number
  case boolean
  /// A word, one of a vocabulary where that is known.
  case word(vocabulary: [String]?)

  /// The kind with its article, for messages.
  var phrase: String {
    switch self {
    case .number: "a number"
    case .boolean: "a condition"
    case .word: "a word"
    }
  }

  /// The kind in the plural, for messages.
  var plural: String {
    switch self {
    case .number: "numbers"
    case .boolean: "conditions"
    case .word: "words"
    }
  }

  /// Whether both are of the same kind, vocabularies aside.
  package func matches(_ other: Self) -> Bool {
    switch (self, other) {
    case (.number, .number), (.boolean, .boolean), (.word, .word): true
    default: false
    }
  }

  /// The kind of a value that comes from either.
  func joined(with other: Self) -> Self {
    guard case .word(let mine) = self, case .word(let others) = other else { return self }
    guard let mine, let others else { return .word(vocabulary: nil) }
    return .word(vocabulary: mine + others.filter { !mine.contains($0) })
  }
}
