/// One part of an expression, with its place.
///
/// Nodes are equal when their trees are, wherever they stand.
package struct ExpressionNode: Sendable {
  package indirect enum Kind: Equatable, Sendable {
    /// A number as it is written: finite and without a sign.
    case number(Double)
    /// A text in single quotes; a quote inside is written twice.
    case word(String)
    case boolean(Bool)
    /// The name of a column, parts joined by dots; in backquotes where it has other characters.
    case name(String)
    case minus(ExpressionNode)
    case not(ExpressionNode)
    case binary(ExpressionOperator, ExpressionNode, ExpressionNode)
    /// Whether a value is in a list of numbers or words, or is there and not in it.
    case among(ExpressionNode, [ExpressionNode], isIn: Bool)
    /// A call; the number of arguments is one that the function takes.
    case call(ExpressionFunction, [ExpressionNode])
  }

  package let kind: Kind
  /// The stretch of text it was read from, without parentheses round it.
  package let place: Place
  /// How many levels there are from here down, at least one.
  package let height: Int

  package init(_ kind: Kind, at place: Place) {
    self.kind = kind
    self.place = place
    self.height = 1 + kind.parts.map(\.height).reduce(0, max)
  }

  /// The nodes right below this one, in reading order.
  package var parts: [ExpressionNode] { kind.parts }

  /// The number that this is, with its sign; `nil` for anything else.
  package var number: Double? {
    switch kind {
    case .number(let number): number
    case .minus(let operand): operand.number.map { -$0 }
    default: nil
    }
  }

  /// The word that this is; `nil` for anything else.
  package var word: String? {
    guard case .word(let word) = kind else { return nil }
    return word
  }

  /// Every name below this node with its place, in reading order.
  package var names: [Located<String>] {
    if case .name(let name) = kind { return [Located(name, at: place)] }
    return parts.flatMap(\.names)
  }
}

extension ExpressionNode: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind
  }
}

extension ExpressionNode.Kind {
  fileprivate var parts: [ExpressionNode] {
    switch self {
    case .number, .word, .boolean, .name: []
    case .minus(let operand), .not(let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .among(let value, let list, _): [value] + list
    case .call(_, let arguments): arguments
    }
  }
}
