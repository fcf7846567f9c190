package import Support
package import Tables

/// Statistics of columns or expressions, per group; one row for each group and column.
///
/// A group that the table has is there also where no row of it meets the condition: its count is 0.
package struct SummarizeStep: Step {
  package static let key = "summarize"
  package static let summary = "statistics of columns or expressions, per group"
  package static let settings: [ObjectKey<Self>] =
    [
      .table("the table to summarize"),
      .value("where", \.condition, .expression, "the condition a row must meet to count"),
      .required(
        "columns", \.columns, columnsType.atMost(1_000),
        "columns, or names with expressions: {\"ratio\": \"k / omega\"}"),
      .required(
        "statistics", \.statistics,
        Statistic.type.list.distinct("statistic") { $0.name }.atMost(1_000),
        "what to compute: count, mean, median, std, min, max, rms, p16, …"),
    ] + Grouping.settings(\.grouping)

  package var name = Located("")
  package var input = Located("")
  private var condition = Expression.always
  private var columns: [JSONType<Expression>.Entry] = []
  private var statistics: [Statistic] = []
  private var grouping = Grouping()

  package init() {}

  package func worksByCell(on table: TableSchema) -> Bool { grouping.isWithinCells(of: table) }

  package func columns(of table: TableSchema) -> [String]? { grouping.columnNames(of: table) }

  private static let columnsType = JSONType<[JSONType<Expression>.Entry]>(
    schema: [
      "anyOf": [
        ["type": "array", "items": ["type": "string"]],
        ["type": "object", "additionalProperties": ["type": "string"]],
      ]
    ], words: "list of expressions, or object of names with expressions"
  ) { node, report in
    let type = JSONType<Expression>.expression
    guard node.array != nil else { return type.map.read(node, report) }
    return type.list.distinct("column").read(node, report).map { expressions in
      expressions.map { .init(Located($0.canonicalText, at: $0.place), $0) }
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    condition.check(over: table, schemas, expecting: .boolean, report)
    for column in columns {
      let kind = column.value.check(over: table, schemas, report)
      if case .word = kind {
        report.error(
          "'\(column.key.value)' holds words, and statistics need numbers", at: column.key.place)
      }
    }
    grouping.check(table, schemas, report)
    return [Made(self, table).draft.schema]
  }

  /// The columns of the table.
  private struct Made {
    private(set) var draft: TableDraft
    let groups: ColumnBlock
    let column: Column<Int>
    let statistics: ColumnBlock

    init(_ step: SummarizeStep, _ table: TableSchema) {
      draft = TableDraft(
        step.name.value, axes: step.grouping.axes(of: table), constants: table.constants)
      groups = draft.block(step.grouping.columns(of: table), as: .key)
      column = draft.item(
        "column", as: .key, of: step.columns.map(\.key.value), "what is summarized")
      statistics = draft.block(
        step.statistics.map {
          ColumnSchema($0.name, $0.isCount ? .integer : .real, "\($0.name) of the column")
        })
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    let grouped = grouping.groups(
      of: table, tables, among: condition.rows(of: table, tables), context)
    let groups = grouped.groups
    let quantities = columns.map { $0.value.numbers(over: table, tables) }
    let made = Made(self, table.schema)
    var draft = made.draft
    for (key, members) in zip(groups.keys, groups.rows) {
      for (index, quantity) in quantities.enumerated() {
        let sample = members.map { quantity[$0] }
        draft.row {
          $0.set(made.groups, to: key)
          $0[made.column] = index
          $0.set(made.statistics, to: statistics.map { $0.value(of: sample) })
        }
      }
    }
    let taken = grouped.taken
    let complete = zip(columns, quantities).map { column, values in
      CompleteRows(among: taken, of: [(column.key.value, values)])
    }
    return StepResult(
      [draft.table],
      shares: complete.map(\.share), notes: grouped.notes(of: name.value))
  }
}
