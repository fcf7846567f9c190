package import Support

/// One end of the range of a parameter: a number, or an expression of the galaxy.
package enum Bound: Resolvable {
  case number(Double)
  case expression(Expression)

  package var constant: Double? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  package var resolved: JSONValue {
    switch self {
    case .number(let value): .number(value)
    case .expression(let expression): .string(expression.canonicalText)
    }
  }

  package var expressions: [Expression] {
    guard case .expression(let expression) = self else { return [] }
    return [expression]
  }

  /// The rule as a person reads it.
  package var text: String {
    switch self {
    case .number(let value): JSONValue.spelling(of: value)
    case .expression(let expression): expression.canonicalText
    }
  }

  /// The JSON Schema of a number of some kind, or an expression.
  package static func schema(of number: JSONValue) -> JSONValue {
    ["anyOf": [number, ["type": "string"]]]
  }

  package static let type = JSONType<Bound>(
    schema: schema(of: ["type": "number"]), words: "number or expression"
  ) { node, report in
    switch node.value {
    case .number(let value, _): .number(value)
    case .string: Expression(parsing: node, report).map { .expression($0) }
    default:
      {
        report.error(
          "expected a number or an expression, not \(node.kind)", at: node.place,
          help: #"write 50 or "5 * r_max""#)
        return nil
      }()
    }
  }
}
