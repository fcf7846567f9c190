import Numerics

/// What a formula makes of two numbers.
package enum FormulaOperator: Sendable {
  case plus
  case minus
  case times
  case divided
  case power
  case least
  case greatest
  /// Conditions: 1 where they are met, else 0; one with a missing number is not met.
  case and
  case or
  case equal
  case unequal
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual

  /// The result; missing where a number is, or where it is not finite.
  @inline(__always)
  func callAsFunction<Number: FormulaNumber>(_ x: Number, _ y: Number) -> Number {
    func smooth(_ value: Double, _ slopes: @autoclosure () -> (Double, Double)) -> Number {
      x.joined(with: y, to: value.isFinite ? value : .nan, slopes: slopes())
    }
    func condition(_ isMet: Bool) -> Number { Number(constant: isMet ? 1 : 0) }
    let (a, b) = (x.value, y.value)
    let isKnown = !a.isNaN && !b.isNaN
    switch self {
    case .plus: return smooth(a + b, (1, 1))
    case .minus: return smooth(a - b, (1, -1))
    case .times: return smooth(a * b, (b, a))
    case .divided: return smooth(a / b, (1 / b, -a / (b * b)))
    case .power:
      // The usual power knows x⁰ and 1ˣ whatever x is; what is missing stays so.
      guard isKnown else { return Number(constant: .nan) }
      let value = Elementary.pow(a, b)
      return smooth(value, (b * Elementary.pow(a, b - 1), value * Elementary.log(a)))
    case .least: return isKnown ? (b < a ? y : x) : Number(constant: .nan)
    case .greatest: return isKnown ? (b > a ? y : x) : Number(constant: .nan)
    case .and: return condition(a == 1 && b == 1)
    case .or: return condition(a == 1 || b == 1)
    case .equal: return condition(a == b)
    case .unequal: return condition(a < b || a > b)
    case .less: return condition(a < b)
    case .lessOrEqual: return condition(a <= b)
    case .greater: return condition(a > b)
    case .greaterOrEqual: return condition(a >= b)
    }
  }
}
