package import Support

/// What a channel shows: a number, a value of each row, or two of these, from one to the other.
package indirect enum Channel: Resolvable {
  case number(Double)
  case expression(Expression)
  case pair(Channel, Channel)

  package static let single = JSONType<Channel>(
    schema: ["anyOf": [["type": "number"], ["type": "string"]]], words: "expression or number"
  ) { node, report in
    switch node.value {
    case .number(let value, _): return .number(value)
    case .string: return Expression(parsing: node, report).map { .expression($0) }
    default:
      report.error("expected an expression or a number, not \(node.kind)", at: node.place)
      return nil
    }
  }

  package static let type = JSONType<Channel>(
    schema: [
      "anyOf": [
        ["type": "number"], ["type": "string"],
        ["type": "array", "items": single.schema, "minItems": 2, "maxItems": 2],
      ]
    ], words: "expression, number, or list of two"
  ) { node, report in
    guard let nodes = node.array else { return single.read(node, report) }
    guard nodes.count == 2 else {
      report.error(
        "a channel takes one value or two, from one to the other", at: node.place,
        help: "write [\"low\", \"high\"]")
      return nil
    }
    let (low, high) = (single.read(nodes[0], report), single.read(nodes[1], report))
    guard let low, let high else { return nil }
    return .pair(low, high)
  }

  package var resolved: JSONValue {
    switch self {
    case .number(let value): .number(value)
    case .expression(let expression): .string(expression.canonicalText)
    case .pair(let low, let high): .array([low.resolved, high.resolved])
    }
  }

  package var expressions: [Expression] {
    switch self {
    case .number: []
    case .expression(let expression): [expression]
    case .pair(let low, let high): low.expressions + high.expressions
    }
  }

  var isPair: Bool {
    if case .pair = self { true } else { false }
  }

  /// Whether it is the same for every row.
  var isConstant: Bool { expressions.isEmpty }

  /// The expression, if it is a single one.
  var expression: Expression? {
    guard case .expression(let expression) = self else { return nil }
    return expression
  }
}
