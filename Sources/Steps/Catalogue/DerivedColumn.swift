import Support
import Tables

/// An expression that makes a column, with its unit.
package struct DerivedColumn: Sendable {
  let expression: Expression
  let unit: String

  private static let expressionKey = JSONKey(
    "expression", JSONType<Expression>.expression, required: true, "the value of the column")
  private static let unitKey = JSONKey("unit", JSONType<String>.string, "its unit, like \"km / s\"")
  private static let keys: [any JSONKeyDeclaration] = [expressionKey, unitKey]

  static let type = JSONType<DerivedColumn>(
    schema: ["anyOf": [["type": "string"], JSONObject.schema(of: keys)]]
  ) { node, report in
    if node.string != nil {
      return Expression(parsing: node, report).map { DerivedColumn(expression: $0, unit: "") }
    }
    guard let object = JSONObject(node, keys: keys, report),
      let expression = object[expressionKey]
    else { return nil }
    return DerivedColumn(expression: expression, unit: object[unitKey] ?? "")
  }

  func schema(named name: String, _ kind: ExpressionKind?) -> ColumnSchema {
    let stored: ColumnSchema.Kind =
      switch kind {
      case .boolean: .flag
      case .word(let vocabulary): .word(vocabulary)
      default: .real
      }
    return ColumnSchema(name, stored, unit: unit, expression.canonicalText)
  }

  var resolved: JSONValue {
    ["expression": .string(expression.canonicalText), "unit": .string(unit)]
  }
}
