extension ExpressionNode {
  /// The one spelling of this tree: no more parentheses than needed, single spaces, shortest
  /// numbers; it reads back as the same tree.
  package var canonicalText: String {
    var text = ""
    write(into: &text, atLeast: .or)
    return text
  }

  /// A word as it is written: in single quotes, and two of them for one inside.
  static func quoted(_ word: String) -> String { "'\(doublingQuotes(in: word))'" }

  /// A word as it stands between its quotes.
  static func doublingQuotes(in word: String) -> String { doubling("'", in: word) }

  /// A name as it is written: as it is, or in backquotes where it would not be read as one name.
  package static func spelled(_ name: String) -> String {
    ExpressionToken.isPlainName(name) ? name : "`\(doubling("`", in: name))`"
  }

  private static func doubling(_ quote: Character, in word: String) -> String {
    guard word.contains(quote) else { return word }
    return word.split(separator: quote, omittingEmptySubsequences: false)
      .joined(separator: "\(quote)\(quote)")
  }

  private func write(into text: inout String, atLeast outer: ExpressionPrecedence) {
    let needsParentheses = precedence < outer
    if needsParentheses { text += "(" }
    switch kind {
    case .number(let number): text += JSONValue.spelling(of: number)
    case .word(let word): text += Self.quoted(word)
    case .boolean(let value): text += value ? "true" : "false"
    case .name(let name): text += Self.spelled(name)
    case .minus(let operand):
      text += "-"
      operand.write(into: &text, atLeast: .sign)
    case .not(let operand):
      text += "not "
      operand.write(into: &text, atLeast: .not)
    case .binary(let infix, let left, let right):
      left.write(into: &text, atLeast: infix.leftOperand)
      text += infix == .power ? "^" : " \(infix.rawValue) "
      right.write(into: &text, atLeast: infix.rightOperand)
    case .among(let value, let list, let isIn):
      value.write(into: &text, atLeast: .sum)
      text += isIn ? " in " : " not in "
      Self.write(list, into: &text)
    case .call(let function, let arguments):
      text += function.name
      Self.write(arguments, into: &text)
    }
    if needsParentheses { text += ")" }
  }

  private static func write(_ list: [ExpressionNode], into text: inout String) {
    text += "("
    for (index, node) in list.enumerated() {
      if index > 0 { text += ", " }
      node.write(into: &text, atLeast: .or)
    }
    text += ")"
  }

  /// How tightly the top of the tree binds.
  private var precedence: ExpressionPrecedence {
    switch kind {
    case .minus: .sign
    case .not: .not
    case .binary(let infix, _, _): infix.precedence
    case .among: .comparison
    case .number, .word, .boolean, .name, .call: .primary
    }
  }
}
