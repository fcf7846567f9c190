package import Support
package import Tables

/// Statistics of columns or expressions, per group; one row for each group and column.
package struct SummarizeStep: Analysis {
  package static let verb = "summarize"
  package static let summary = "statistics of columns or expressions, per group"

  private static let input = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table to summarize")
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression, "the condition a row must meet to count")
  private static let columnsKey = JSONKey(
    "columns",
    JSONType<[JSONType<Expression>.Entry]>(
      schema: [
        "anyOf": [
          ["type": "array", "items": ["type": "string"]],
          ["type": "object", "additionalProperties": ["type": "string"]],
        ]
      ], read: readColumns), required: true,
    "columns, or names with expressions: {\"ratio\": \"k / omega\"}")
  private static let statisticsKey = JSONKey(
    "statistics",
    JSONType<Statistic>(schema: ["type": "string"]) { node, report in
      guard let name = JSONType<String>.string.read(node, report) else { return nil }
      if let statistic = Statistic(name) { return statistic }
      report.error(
        "unknown statistic '\(name)'", at: node.place, help: Statistic.names.advice(for: name))
      return nil
    }.list, required: true, "what to compute: count, mean, median, std, min, max, rms, p16, …")
  package static let keys: [any JSONKeyDeclaration] = [
    input, whereKey, columnsKey, statisticsKey, Grouping.by, Grouping.per,
  ]

  package let name: Located<String>
  package var reads: String { input.value }
  private let input: Located<String>
  private let condition: Expression?
  private let columns: [JSONType<Expression>.Entry]
  private let statistics: [Statistic]
  private let grouping: Grouping

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let condition = object[Self.whereKey]
    let grouping = Grouping(object)
    let (input, columns) = (object[Self.input], object[Self.columnsKey])
    let statistics = object[Self.statisticsKey]
    guard let input, let columns, let statistics else { return nil }
    self.name = name
    self.input = input
    self.condition = condition
    self.columns = columns
    self.statistics = statistics
    self.grouping = grouping
  }

  private static func readColumns(
    _ node: JSONNode, _ report: InputReport
  ) -> [JSONType<Expression>.Entry]? {
    let type = JSONType<Expression>.expression
    guard let nodes = node.array else { return type.map.read(node, report) }
    return type.list.read(node, report).map { expressions in
      zip(nodes, expressions).map { .init(Located($1.canonicalText, at: $0.place), $1) }
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    condition?.check(over: table, schemas, expecting: .boolean, report)
    var seen: Set<String> = []
    for column in columns {
      if !seen.insert(column.key.value).inserted {
        report.error(
          "'\(column.key.value)' is summarized twice", at: column.key.place, help: "remove one")
      }
      let kind = column.value.check(over: table, schemas, report)
      if case .word = kind {
        report.error(
          "'\(column.key.value)' holds words, and statistics need numbers", at: column.key.place)
      }
    }
    let groups = grouping.keys(of: table, schemas, report)
    return [schema(groups, axes: grouping.axes(of: table), constants: table.constants)]
  }

  private func schema(
    _ groups: [ColumnSchema], axes: [String], constants: Set<String>
  ) -> TableSchema {
    let quantity = ColumnSchema("column", .word(columns.map(\.key.value)), "what is summarized")
    return TableSchema(
      name.value, axes: axes, keys: groups.map(\.name) + ["column"], constants: constants,
      columns: groups + [quantity]
        + statistics.map {
          ColumnSchema($0.name, $0.isCount ? .integer : .real, "\($0.name) of the column")
        })
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let rows = condition.map { $0.rows(of: table, tables) } ?? Array(0..<table.rowCount)
    let groups = grouping.groups(of: table, tables, among: rows)
    let keys = grouping.keys(of: table.schema, tables.schemas, InputReport())
    let quantities = columns.map { $0.value.numbers(over: table, tables) }
    var values = [[Double]](repeating: [], count: keys.count + 1 + statistics.count)
    for (group, members) in groups.rows.enumerated() {
      for (index, quantity) in quantities.enumerated() {
        for column in keys.indices { values[column].append(groups.keys[group][column]) }
        values[keys.count].append(Double(index))
        let sample = members.map { quantity[$0] }
        for (offset, statistic) in statistics.enumerated() {
          values[keys.count + 1 + offset].append(statistic.value(of: sample))
        }
      }
    }
    let made = schema(
      keys, axes: grouping.axes(of: table.schema), constants: table.schema.constants)
    return [Table(made, values)]
  }

  package var mentionedTables: [String] {
    (columns.map(\.value) + [condition].compactMap(\.self)).flatMap(\.tableNames)
      + grouping.mentionedTables
  }

  package var resolved: JSONValue {
    .object(
      [
        .init("name", .string(name.value)), .init("summarize", .string(input.value)),
        .init("where", .string(condition?.canonicalText ?? "true")),
        .init(
          "columns",
          .object(columns.map { .init($0.key.value, .string($0.value.canonicalText)) })),
        .init("statistics", .array(statistics.map { .string($0.name) })),
      ] + grouping.resolved)
  }
}
