import Numerics

/// What a formula makes of one number.
package enum FormulaFunction: Sendable {
  case negative
  case magnitude
  case squareRoot
  case exponential
  case logarithm
  case decimalLogarithm
  case tanh
  case floor
  case ceiling
  case rounded
  /// 1 for zero, 0 for any other number.
  case not
  /// 1 for a missing number, 0 for any other.
  case isMissing

  /// The function of a number; missing where it is not finite.
  @inline(__always)
  func callAsFunction<Number: FormulaNumber>(_ x: Number) -> Number {
    func smooth(_ value: Double, _ slope: @autoclosure () -> Double) -> Number {
      x.mapped(to: value.isFinite ? value : .nan, slope: slope())
    }
    let a = x.value
    switch self {
    case .negative: return smooth(-a, -1)
    case .magnitude: return smooth(a.magnitude, a < 0 ? -1 : 1)
    case .squareRoot: return smooth(a.squareRoot(), 0.5 / a.squareRoot())
    case .exponential: return smooth(Elementary.exp(a), Elementary.exp(a))
    case .logarithm: return smooth(Elementary.log(a), 1 / a)
    case .decimalLogarithm:
      return smooth(Elementary.log10(a), 1 / (a * 2.302_585_092_994_045_7))
    case .tanh:
      let value = Elementary.tanh(a)
      return smooth(value, 1 - value * value)
    case .floor: return Number(constant: a.rounded(.down))
    case .ceiling: return Number(constant: a.rounded(.up))
    case .rounded: return Number(constant: a.rounded())
    case .not: return Number(constant: a == 0 ? 1 : 0)
    case .isMissing: return Number(constant: a.isNaN ? 1 : 0)
    }
  }
}
