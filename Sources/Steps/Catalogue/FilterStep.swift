package import Support
package import Tables

/// The rows that an expression keeps.
package struct FilterStep: Analysis {
  package static let verb = "filter"
  package static let summary = "the rows that an expression keeps"

  private static let input = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table to start from")
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression, required: true, "the condition a row must meet")
  package static let keys: [any JSONKeyDeclaration] = [input, whereKey]

  package let name: Located<String>
  package var reads: String { input.value }
  private let input: Located<String>
  private let condition: Expression

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let (input, condition) = (object[Self.input], object[Self.whereKey])
    guard let input, let condition else { return nil }
    self.name = name
    self.input = input
    self.condition = condition
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    condition.check(over: table, schemas, expecting: .boolean, report)
    return [
      TableSchema(
        name.value, axes: table.axes, keys: table.keys, constants: table.constants,
        columns: table.columns)
    ]
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    return [table.keeping(condition.rows(of: table, tables), as: name.value)]
  }

  package var mentionedTables: [String] { condition.tableNames }

  package var resolved: JSONValue {
    [
      "name": .string(name.value), "filter": .string(input.value),
      "where": .string(condition.canonicalText),
    ]
  }
}
