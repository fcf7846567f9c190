/// The values of an expression over the rows of a table; shape `[rows]`.
enum ExpressionValues {
  /// Numbers; NaN is missing, and none is infinite.
  case numbers([Double])
  case truths([Bool])
  /// Positions in a vocabulary; NaN is missing.
  case words([Double], [String])

  /// Numbers of which those that are not finite are missing.
  static func finite(_ numbers: [Double]) -> ExpressionValues {
    .numbers(numbers.finiteOrMissing)
  }

  var numbers: [Double] {
    switch self {
    case .numbers(let values): values
    case .truths(let values): values.map { $0 ? 1 : 0 }
    case .words: preconditionFailure("a checked expression has no words here")
    }
  }

  var truths: [Bool] {
    guard case .truths(let values) = self else {
      preconditionFailure("a checked expression has a condition here")
    }
    return values
  }

  /// Whether the value of each row is missing.
  var missing: [Bool] {
    switch self {
    case .numbers(let values), .words(let values, _): values.map(\.isNaN)
    case .truths(let values): values.map { _ in false }
    }
  }
}
