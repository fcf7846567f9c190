import Support

/// A term of a regression: an expression, and the name of the column that holds its coefficient.
struct RegressionTerm: Resolvable {
  /// What the coefficient of the intercept is called.
  static let intercept = "const"

  let expression: Expression

  static let type = JSONType<Expression>.expression.map { expression, _, _ in
    RegressionTerm(expression: expression)
  }

  var resolved: JSONValue { expression.resolved }

  var expressions: [Expression] { [expression] }

  /// The name of the coefficient: that of the column, or the expression with `_` for what no name
  /// has.
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
