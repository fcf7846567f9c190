/// An operator between two values, spelled as it is written.
package enum ExpressionOperator: String, CaseIterable, Sendable {
  case or
  case and
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case power = "^"

  /// What an operator takes and gives.
  package enum Family: Sendable {
    /// Two conditions to a condition.
    case logic
    /// Two values of one kind to a condition.
    case comparison
    /// Two numbers to a number.
    case arithmetic
  }

  package var family: Family {
    switch self {
    case .or, .and: .logic
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .plus, .minus, .times, .divided, .power: .arithmetic
    }
  }

  /// All operators by how tightly they bind, the loosest first.
  package static var levels: [[ExpressionOperator]] {
    Dictionary(grouping: allCases, by: \.precedence).sorted { $0.key < $1.key }.map(\.value)
  }

  /// How tightly the operator binds.
  var precedence: ExpressionPrecedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .plus, .minus: .sum
    case .times, .divided: .product
    case .power: .power
    }
  }

  /// The loosest operand that needs no parentheses on the left; parser and writer both go by it.
  var leftOperand: ExpressionPrecedence {
    switch precedence {
    case .comparison: .sum
    case .power: .primary
    case let own: own
    }
  }

  /// The loosest operand that needs no parentheses on the right; parser and writer both go by it.
  var rightOperand: ExpressionPrecedence {
    switch precedence {
    case .or: .and
    case .and: .not
    case .comparison: .sum
    case .sum: .product
    default: .sign
    }
  }
}

/// The levels of binding, loosest first.
enum ExpressionPrecedence: Int, Comparable {
  case or
  case and
  case not
  case comparison
  case sum
  case product
  case sign
  case power
  case primary

  static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
