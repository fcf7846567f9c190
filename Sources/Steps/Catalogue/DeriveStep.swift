package import Support
package import Tables

/// The table with further columns, each an expression.
package struct DeriveStep: Analysis {
  package static let verb = "derive"
  package static let summary = "the table with further columns, each an expression"

  private static let input = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table to start from")
  private static let columnsKey = JSONKey(
    "columns", DerivedColumn.type.map, required: true, "a name and an expression for each column")
  package static let keys: [any JSONKeyDeclaration] = [input, columnsKey]

  package let name: Located<String>
  package var reads: String { input.value }
  private let input: Located<String>
  private let columns: [JSONType<DerivedColumn>.Entry]

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let (input, columns) = (object[Self.input], object[Self.columnsKey])
    for column in columns ?? [] where !column.key.value.isColumnName {
      report.error(
        "'\(column.key.value)' cannot name a column", at: column.key.place,
        help: "use letters, digits and '_', starting with a letter")
    }
    guard let input, let columns else { return nil }
    self.name = name
    self.input = input
    self.columns = columns
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    var made = table.columns
    var isKnown = true
    for column in columns {
      let kind = column.value.expression.check(over: partial(table, made), schemas, report)
      if kind == nil { isKnown = false }
      if made.contains(where: { $0.name == column.key.value }) {
        report.error(
          "table '\(table.name)' has a column '\(column.key.value)' already", at: column.key.place,
          help: "call this one something else")
        continue
      }
      made.append(column.value.schema(named: column.key.value, kind))
    }
    return isKnown ? [partial(table, made)] : []
  }

  /// A column may use those derived before it.
  private func partial(_ table: TableSchema, _ columns: [ColumnSchema]) -> TableSchema {
    TableSchema(
      name.value, axes: table.axes, keys: table.keys, constants: table.constants, columns: columns)
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    var made = Table(partial(table.schema, table.schema.columns), table.values)
    for column in columns {
      let (values, kind) = column.value.expression.column(over: made, tables)
      let schema = column.value.schema(named: column.key.value, kind)
      made = Table(
        partial(made.schema, made.schema.columns + [schema]), made.values + [values])
    }
    return [made]
  }

  package var mentionedTables: [String] { columns.flatMap(\.value.expression.tableNames) }

  package var resolved: JSONValue {
    [
      "name": .string(name.value), "derive": .string(input.value),
      "columns": .object(columns.map { .init($0.key.value, $0.value.resolved) }),
    ]
  }
}
