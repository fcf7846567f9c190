package import Support
package import Tables

/// The table with further columns, each an expression.
package struct DeriveStep: Step {
  package static let key = "derive"
  package static let summary = "the table with further columns, each an expression"
  package static let settings: [ObjectKey<Self>] = [
    .table("the table to start from"),
    .required(
      "columns", \.columns, DerivedColumn.anyForm.map.atMost(1_000),
      "a name and an expression for each column"),
  ]

  package var name = Located("")
  package var input = Located("")
  private var columns: [JSONType<DerivedColumn>.Entry] = []

  package init() {}

  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {
    for column in columns where !column.key.value.isColumnName {
      report.error(
        "'\(column.key.value)' cannot name a column", at: column.key.place,
        help: String.columnNameRule)
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    var made = table.renamed(name.value)
    var isKnown = true
    // A column may use those derived before it.
    for column in columns {
      let kind = column.value.expression.check(over: made, schemas, report)
      if kind == nil { isKnown = false }
      if made[column.key.value] != nil {
        report.error(
          "table '\(table.name)' has a column '\(column.key.value)' already", at: column.key.place,
          help: "call this one something else")
        continue
      }
      made = made.adding(column.value.schema(named: column.key.value, kind))
    }
    return isKnown ? [made] : []
  }

  package func keepsCells(of table: TableSchema) -> Bool { true }

  package func worksByCell(on table: TableSchema) -> Bool { true }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    var made = Table(table.schema.renamed(name.value), table.values)
    for column in columns {
      let (values, kind) = column.value.expression.column(over: made, tables)
      made = made.adding(column.value.schema(named: column.key.value, kind), values)
    }
    return [made]
  }
}
