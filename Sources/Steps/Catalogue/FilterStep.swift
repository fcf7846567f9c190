package import Support
package import Tables

/// The rows that an expression keeps.
package struct FilterStep: Step {
  package static let key = "filter"
  package static let summary = "the rows that an expression keeps"
  package static let settings: [ObjectKey<Self>] = [
    .table("the table to start from"),
    .required("where", \.condition, .expression, "the condition a row must meet"),
  ]

  package var name = Located("")
  package var input = Located("")
  private var condition = Expression.always

  package init() {}

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    condition.check(over: table, schemas, expecting: .boolean, report)
    return [table.renamed(name.value)]
  }

  /// A condition on an axis chooses cells; any other one leaves them there, though without rows.
  package func keepsCells(of table: TableSchema) -> Bool {
    !condition.names.contains(where: table.axes.contains)
  }

  package func worksByCell(on table: TableSchema) -> Bool { true }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    return [table.keeping(condition.rows(of: table, tables), as: name.value)]
  }
}
