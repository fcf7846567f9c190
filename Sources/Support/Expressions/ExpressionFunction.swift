/// A function that an expression may call.
package enum ExpressionFunction: String, CaseIterable, Sendable {
  case abs
  case sqrt
  case exp
  case ln
  case log10
  case tanh
  case min
  case max
  case floor
  case ceil
  case round
  case `if`
  case missing

  package var name: String { rawValue }

  /// How many arguments it takes.
  package var argumentCounts: ClosedRange<Int> {
    switch self {
    case .abs, .sqrt, .exp, .ln, .log10, .tanh, .floor, .ceil, .round, .missing: 1...1
    case .min, .max: 2...Int.max
    case .if: 3...3
    }
  }

  /// How a call is written.
  package var usage: String {
    switch self {
    case .min, .max: "\(name)(a, b, …)"
    case .if: "if(condition, a, b)"
    default: "\(name)(x)"
    }
  }

  package var summary: String {
    switch self {
    case .abs: "The value without its sign."
    case .sqrt: "The square root."
    case .exp: "The exponential."
    case .ln: "The natural logarithm."
    case .log10: "The decimal logarithm."
    case .tanh: "The hyperbolic tangent."
    case .min: "The least of two or more numbers."
    case .max: "The greatest of two or more numbers."
    case .floor: "The greatest whole number that is not above the value."
    case .ceil: "The least whole number that is not below the value."
    case .round: "The nearest whole number; a half goes away from zero."
    case .if: "The second argument where the first is true, the third elsewhere."
    case .missing: "True where a number or a word is missing."
    }
  }

  /// What to do about a name that is not a function.
  static func advice(for name: String) -> String {
    if name.lowercased() == "log" {
      return "write 'ln' for the natural logarithm, 'log10' for the decimal one"
    }
    return allCases.map(\.name).advice(for: name)
  }
}
