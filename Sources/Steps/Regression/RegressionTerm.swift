import Support

/// A term of a regression: an expression, and the name of the column that holds its coefficient.
struct RegressionTerm: Sendable {
  let expression: Expression
  let place: Place

  static let type = JSONType<RegressionTerm>(schema: JSONType<Expression>.expression.schema) {
    node, report in
    Expression(parsing: node, report).map { RegressionTerm(expression: $0, place: node.place) }
  }

  /// The name of the coefficient: that of the column, or the expression with `_` for what no name has.
  ///
  ///     log_v * c_v → log_v_c_v
  var column: String {
    var name = ""
    for byte in expression.canonicalText.utf8 {
      if byte.isWordByte {
        name.append(Character(Unicode.Scalar(byte)))
      } else if name.last != "_", !name.isEmpty {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    return name.utf8.first.map(\.isDigit) ?? true ? "t_\(name)" : name
  }
}
