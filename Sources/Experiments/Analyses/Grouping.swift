import Support

/// How the rows of a table are sorted into groups: by the cell, and by columns or conditions.
package struct Grouping: Sendable {
  /// One way to tell groups apart.
  enum Term: Sendable {
    case column(Located<String>)
    /// The first condition that a row meets gives its label; a row that meets none is in no group.
    case conditions(name: String, [(label: String, condition: Expression)])
  }

  let terms: [Term]
  /// The columns that also tell groups apart; `nil` for the axes of the grid.
  let per: [Located<String>]?

  private static let condition = JSONType<Expression>.expression.map

  static let by = JSONKey(
    "by",
    JSONType<[Term]>(
      schema: [
        "anyOf": [
          ["type": "string"],
          ["type": "array", "items": ["type": ["string", "object"]]],
          ["type": "object", "additionalProperties": condition.schema],
        ]
      ], read: readTerms),
    "columns to group by, or named conditions: {\"type\": {\"early\": \"hubble_type < 3\"}}")

  static let per = JSONKey(
    "per",
    JSONType<[Located<String>]?>(
      schema: ["anyOf": [["const": "cell"], ["type": "array", "items": ["type": "string"]]]]
    ) { node, report in
      if node.string == "cell" { return .some(nil) }
      return JSONType<String>.string.located.list.read(node, report).map { .some($0) }
    }, "what every group lies within: \"cell\" (the default), or a list of columns")

  init(_ object: JSONObject) {
    self.init(terms: object[Self.by] ?? [], per: object[Self.per] ?? nil)
  }

  init(terms: [Term], per: [Located<String>]?) {
    self.terms = terms
    self.per = per
  }

  private static func readTerms(_ node: JSONNode, _ report: InputReport) -> [Term]? {
    if let name = node.string { return [.column(Located(name, at: node.place))] }
    if let nodes = node.array {
      let terms = nodes.map { readTerms($0, report) }
      return terms.contains { $0 == nil } ? nil : terms.flatMap { $0 ?? [] }
    }
    return condition.map.read(node, report)?.map { entry in
      .conditions(
        name: entry.key.value, entry.value.map { (label: $0.key.value, condition: $0.value) })
    }
  }

  /// Checks the grouping.
  ///
  /// - Returns: The columns that tell the groups apart, axes first.
  func keys(of table: TableSchema, _ schemas: SchemaSet, _ report: InputReport) -> [ColumnSchema] {
    var columns: [ColumnSchema] = []
    if let per {
      columns += per.compactMap { table.column($0, report) }
    } else {
      columns += table.axes.compactMap { table[$0] }
    }
    for term in terms {
      switch term {
      case .column(let name):
        if let column = table.column(name, report), !columns.contains(column) {
          columns.append(column)
        }
      case .conditions(let name, let conditions):
        for (_, condition) in conditions {
          condition.check(over: table, schemas, expecting: .boolean, report)
        }
        columns.append(
          ColumnSchema(name, .word(conditions.map(\.label)), "group: the first condition met"))
      }
    }
    return columns
  }

  /// Sorts the rows.
  ///
  /// - Parameters:
  ///   - table: The table to group.
  ///   - tables: The tables that conditions may look into.
  ///   - rows: The rows that take part.
  /// - Returns: The groups with their keys.
  func groups(of table: Table, _ tables: TableSet, among rows: [Int]) -> RowGroups {
    var taking = rows
    var columns = (per?.map(\.value) ?? table.schema.axes).compactMap { table[$0] }
    var seen = Set(per?.map(\.value) ?? table.schema.axes)
    for term in terms {
      switch term {
      case .column(let name):
        if seen.insert(name.value).inserted, let column = table[name.value] {
          columns.append(column)
        }
      case .conditions(_, let conditions):
        var labels = [Double](repeating: .nan, count: table.rowCount)
        for (index, item) in conditions.enumerated().reversed() {
          let met = item.condition.truths(over: table, tables)
          for row in 0..<table.rowCount where met[row] { labels[row] = Double(index) }
        }
        taking = taking.filter { !labels[$0].isNaN }
        columns.append(labels)
      }
    }
    return RowGroups(by: columns, among: taking)
  }

  /// The axes among the columns that tell the groups apart.
  func axes(of table: TableSchema) -> [String] {
    per == nil
      ? table.axes : table.axes.filter { axis in (per ?? []).contains { $0.value == axis } }
  }

  var resolved: [JSONValue.Member] {
    let by: [JSONValue] = terms.map { term in
      switch term {
      case .column(let name): .string(name.value)
      case .conditions(let name, let conditions):
        [
          "\(name)": .object(
            conditions.map { .init($0.label, .string($0.condition.canonicalText)) })
        ]
      }
    }
    return [
      .init("by", .array(by)),
      .init("per", per.map { .array($0.map { .string($0.value) }) } ?? "cell"),
    ]
  }
}
