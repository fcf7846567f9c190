package import Support
import Tables

/// An expression that makes a column, with its unit.
package struct DerivedColumn: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .required("expression", \.expression, .expression, "the value of the column"),
    .value("unit", \.unit, .string, "its unit, like \"km / s\""),
  ]

  private(set) var expression = Expression.always
  private(set) var unit = ""

  package init() {}

  /// An object, or the expression alone.
  static let anyForm = JSONType<DerivedColumn>(
    schema: ["anyOf": [["type": "string"], type.schema]],
    words: "expression, or object with its unit", parts: keys
  ) { node, report in
    guard node.string != nil else { return DerivedColumn(node, report) }
    var column = DerivedColumn()
    guard let expression = Expression(parsing: node, report) else { return nil }
    column.expression = expression
    return column
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
}
