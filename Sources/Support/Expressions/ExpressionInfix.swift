/// What may stand behind a value: an operator, or `in` with its list.
enum ExpressionInfix {
  case binary(ExpressionOperator)
  case among(isIn: Bool)

  var precedence: ExpressionPrecedence {
    switch self {
    case .binary(let infix): infix.precedence
    case .among: .comparison
    }
  }
}

extension [ExpressionToken] {
  /// What stands at a position; `nil` where it is a value, or the end.
  func infix(at position: Int) -> ExpressionInfix? {
    switch self[position].kind {
    case .infix(let infix): .binary(infix)
    case .among: .among(isIn: true)
    case .not where self[position + 1].kind == .among: .among(isIn: false)
    default: nil
    }
  }
}
