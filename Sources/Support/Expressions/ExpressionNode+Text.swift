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
  static func doublingQuotes(in word: String) -> String {
    guard word.utf8.contains(UInt8(ascii: "'")) else { return word }
    return word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }

  private func write(into text: inout String, atLeast outer: ExpressionPrecedence) {
    let needsParentheses = precedence < outer
    if needsParentheses { text += "(" }
    switch kind {
    case .number(let number): text += JSONValue.spelling(of: number)
    case .word(let word): text += Self.quoted(word)
    case .boolean(let value): text += value ? "true" : "false"
    case .name(let name): text += name
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
    case .call(let function, let arguments):
      text += "\(function.name)("
      for (index, argument) in arguments.enumerated() {
        if index > 0 { text += ", " }
        argument.write(into: &text, atLeast: .or)
      }
      text += ")"
    }
    if needsParentheses { text += ")" }
  }

  /// How tightly the top of the tree binds.
  private var precedence: ExpressionPrecedence {
    switch kind {
    case .minus: .sign
    case .not: .not
    case .binary(let infix, _, _): infix.precedence
    case .number, .word, .boolean, .name, .call: .primary
    }
  }
}
