package import Support
package import Tables

/// The best row per group, how far rows nearly as good reach, and how sharp the best is.
///
/// For each axis of the grid the table says from where to where rows are `within` the tolerance of
/// the best, and the curvature of the criterion along the axis at the best row: its second
/// derivative from the two neighbouring cells, missing at the edge of the grid.
package struct SelectStep: Analysis {
  package static let verb = "select"
  package static let summary = "the best row per group, the range nearly as good, the curvature"

  private static let input = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table to choose from")
  private static let maximumKey = JSONKey(
    "maximum", JSONType<Expression>.expression, "what is to be as large as possible")
  private static let minimumKey = JSONKey(
    "minimum", JSONType<Expression>.expression, "what is to be as small as possible")
  private static let withinKey = JSONKey(
    "within", JSONType<Double>.number.located, "rows this close to the best count as nearly as good"
  )
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression, "the condition a row must meet to be chosen")
  private static let byKey = Grouping.by
  package static let keys: [any JSONKeyDeclaration] = [
    input, maximumKey, minimumKey, withinKey, whereKey, byKey,
  ]

  package let name: Located<String>
  package var reads: String { input.value }
  private let input: Located<String>
  private let criterion: Expression
  private let isMaximum: Bool
  private let tolerance: Double?
  private let condition: Expression?
  private let grouping: Grouping

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let (maximum, minimum) = (object[Self.maximumKey], object[Self.minimumKey])
    let within = object[Self.withinKey]
    condition = object[Self.whereKey]
    grouping = Grouping(terms: object[Self.byKey] ?? [], per: [])
    if object.has(Self.maximumKey) == object.has(Self.minimumKey) {
      report.error(
        "a selection needs 'maximum' or 'minimum', and not both",
        at: object.has(Self.minimumKey)
          ? object.place(of: Self.minimumKey) : object.place(of: Self.input))
    }
    if let within, within.value < 0 {
      report.error("the tolerance cannot be negative", at: within.place)
    }
    let input = object[Self.input]
    guard let input, let criterion = maximum ?? minimum else { return nil }
    self.name = name
    self.input = input
    self.criterion = criterion
    isMaximum = maximum != nil
    tolerance = within?.value
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    criterion.check(over: table, schemas, expecting: .number, report)
    condition?.check(over: table, schemas, expecting: .boolean, report)
    return [schema(table, grouping.keys(of: table, schemas, report))]
  }

  private func schema(_ table: TableSchema, _ groups: [ColumnSchema]) -> TableSchema {
    let keys = groups.map(\.name)
    let rest = table.columns.filter { !keys.contains($0.name) }
    var columns = groups + rest
    let goal = isMaximum ? "largest" : "smallest"
    columns.append(ColumnSchema("best", "\(goal) value of \(criterion.canonicalText)"))
    for axis in table.axes.compactMap({ table[$0] }) {
      columns.append(
        ColumnSchema("curvature_\(axis.name)", "second derivative of the criterion at the best"))
      guard let tolerance else { continue }
      let range = "where the criterion is within \(tolerance) of the best"
      columns.append(
        ColumnSchema("\(axis.name)_from", unit: axis.unit, "lowest \(axis.name) \(range)"))
      columns.append(
        ColumnSchema("\(axis.name)_through", unit: axis.unit, "highest \(axis.name) \(range)"))
    }
    if tolerance != nil {
      columns.append(ColumnSchema("rows_within", .integer, "rows within the tolerance of the best"))
    }
    return TableSchema(
      name.value, axes: table.axes.filter(keys.contains), keys: keys,
      constants: table.constants, columns: columns)
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let scores = criterion.numbers(over: table, tables)
    let eligible = (condition.map { $0.rows(of: table, tables) } ?? Array(0..<table.rowCount))
      .filter { !scores[$0].isNaN }
    let groups = grouping.groups(of: table, tables, among: eligible)
    let keys = grouping.keys(of: table.schema, tables.schemas, InputReport())
    let made = schema(table.schema, keys)
    let rest = table.schema.columns.indices.filter { index in
      !keys.contains { $0.name == table.schema.columns[index].name }
    }
    var values = [[Double]](repeating: [], count: made.columns.count)
    for (group, members) in groups.rows.enumerated() where !members.isEmpty {
      let best = bestRow(members, scores)
      var row = groups.keys[group] + rest.map { table.values[$0][best] } + [scores[best]]
      let close = members.filter { (scores[$0] - scores[best]).magnitude <= tolerance ?? 0 }
      for axis in table.schema.axes {
        let positions = table[axis] ?? []
        row.append(curvature(at: best, along: axis, members, scores, table))
        guard tolerance != nil else { continue }
        row.append(close.map { positions[$0] }.min() ?? .nan)
        row.append(close.map { positions[$0] }.max() ?? .nan)
      }
      if tolerance != nil { row.append(Double(close.count)) }
      for (column, value) in row.enumerated() { values[column].append(value) }
    }
    return [Table(made, values)]
  }

  /// The first of the best rows.
  private func bestRow(_ rows: [Int], _ scores: [Double]) -> Int {
    rows.dropFirst().reduce(rows[0]) { best, row in
      (isMaximum ? scores[row] > scores[best] : scores[row] < scores[best]) ? row : best
    }
  }

  /// The second derivative from the nearest rows on both sides that differ along one axis only.
  private func curvature(
    at best: Int, along axis: String, _ rows: [Int], _ scores: [Double], _ table: Table
  ) -> Double {
    let position = table[axis] ?? []
    let others = table.schema.keys.filter { $0 != axis }.compactMap { table[$0] }
    let line = rows.filter { row in others.allSatisfy { $0[row] == $0[best] } }
    let below = line.filter { position[$0] < position[best] }.max { position[$0] < position[$1] }
    let above = line.filter { position[$0] > position[best] }.min { position[$0] < position[$1] }
    guard let below, let above else { return .nan }
    let left = position[best] - position[below]
    let right = position[above] - position[best]
    let slopes =
      (scores[above] - scores[best]) / right - (scores[best] - scores[below]) / left
    return 2 * slopes / (left + right)
  }

  package var mentionedTables: [String] {
    ([criterion] + [condition].compactMap(\.self)).flatMap(\.tableNames) + grouping.mentionedTables
  }

  package var resolved: JSONValue {
    .object(
      [
        .init("name", .string(name.value)), .init("select", .string(input.value)),
        .init(isMaximum ? "maximum" : "minimum", .string(criterion.canonicalText)),
        .init("where", .string(condition?.canonicalText ?? "true")),
      ] + (tolerance.map { [.init("within", .number($0))] } ?? []) + grouping.resolved.prefix(1))
  }
}
