import Support
import Tables

/// One way to tell groups apart.
enum GroupTerm: Resolvable {
  case column(Located<String>)
  /// The first condition that a row meets gives its label; a row that meets none is in no group.
  case conditions(name: Located<String>, [JSONType<Expression>.Entry])
  case quantiles(name: Located<String>, QuantileBins)

  private static let conditions = JSONType<Expression>.expression.map.atMost(1_000)

  private static let judgedSchema: JSONValue = [
    "type": "object",
    "additionalProperties": ["anyOf": [conditions.schema, QuantileBins.type.schema]],
  ]

  static let listType = JSONType<[GroupTerm]>(
    schema: [
      "anyOf": [
        ["type": "string"], judgedSchema,
        ["type": "array", "items": ["anyOf": [["type": "string"], judgedSchema]]],
      ]
    ],
    words: "column, object of names with conditions or quantiles, or list of such",
    parts: QuantileBins.keys
  ) { node, report in
    readTerms(node, report).map { terms in
      // Two groupings of one name may differ, and are told of where the table is known.
      let columns = terms.filter { !$0.isJudged }
      _ = report.distinct(columns.map { ($0, $0.label) }, "column")
      return terms
    }
  }

  private static func readTerms(_ node: JSONNode, _ report: InputReport) -> [GroupTerm]? {
    if let name = node.string { return [.column(Located(name, at: node.place))] }
    let terms: [[GroupTerm]?]
    if let nodes = node.array {
      terms = nodes.map { readTerms($0, report) }
    } else if let members = node.members {
      terms = members.map { judged($0, report).map { [$0] } }
    } else {
      report.error("expected columns or named conditions, not \(node.kind)", at: node.place)
      return nil
    }
    return terms.contains { $0 == nil } ? nil : terms.compactMap(\.self).flatMap(\.self)
  }

  private static func judged(_ member: JSONNode.Member, _ report: InputReport) -> GroupTerm? {
    let name = Located(member.key, at: member.keyPlace)
    if member.node["quantiles"] != nil {
      return QuantileBins(member.node, report).map { .quantiles(name: name, $0) }
    }
    for entry in member.node.entries {
      if entry.key.isEmpty { report.error("a group needs a name", at: entry.keyPlace) }
      guard let control = entry.key.firstControl else { continue }
      report.error(
        "the name of a group cannot hold the control character \(control.spelling)",
        at: entry.keyPlace)
    }
    return conditions.read(member.node, report).map { .conditions(name: name, $0) }
  }

  private var label: Located<String> {
    switch self {
    case .column(let name), .conditions(let name, _), .quantiles(let name, _): name
    }
  }

  /// The column that holds the labels.
  var name: String { label.value }

  /// Where the spec names it.
  var place: Place { label.place }

  /// Whether rows are judged, rather than compared by a column.
  var isJudged: Bool {
    if case .column = self { return false }
    return true
  }

  /// How many groups it makes of one, as a number that cannot overflow.
  var countOfParts: Double {
    switch self {
    case .column: 1
    case .conditions(_, let conditions): Double(conditions.count)
    case .quantiles(_, let bins): Double(bins.labels.count)
    }
  }

  /// The column of its labels; `nil` for a column that the table does not have.
  func column(in table: TableSchema) -> ColumnSchema? {
    switch self {
    case .column: table[name]
    case .conditions(_, let conditions):
      ColumnSchema(name, .word(conditions.map(\.key.value)), "group: the first condition met")
    case .quantiles(_, let bins):
      ColumnSchema(
        name, .word(bins.labels),
        "group: bin between quantiles of \(bins.quantity.canonicalText)")
    }
  }

  /// Checks the term against the table whose rows it tells apart.
  func check(_ table: TableSchema, _ schemas: SchemaSet, _ report: InputReport) {
    switch self {
    case .column(let name): _ = table.column(name, report)
    case .conditions(_, let conditions):
      for condition in conditions.map(\.value) {
        condition.check(over: table, schemas, expecting: .boolean, report)
      }
      refuse(in: table, report)
    case .quantiles(_, let bins):
      bins.quantity.check(over: table, schemas, expecting: .number, report)
      if bins.quantity.names.isEmpty {
        report.error("a constant has no quantiles", at: bins.quantity.place, help: "name a column")
      }
      refuse(in: table, report)
    }
  }

  private func refuse(in table: TableSchema, _ report: InputReport) {
    guard table[name] != nil else { return }
    report.error(
      "table '\(table.name)' has a column '\(name)' already", at: place,
      help: "call these groups something else")
  }

  /// What tells the rows of a table apart, worked out once for all its groups.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - tables: The tables that an expression may look into.
  /// - Returns: A function that gives the parts of some rows.
  func divider(of table: Table, _ tables: TableSet) -> ([Int]) -> GroupParts {
    switch self {
    case .column: return { GroupParts(rows: [$0], hasEqualEdges: false) }
    case .conditions(_, let conditions):
      let met = conditions.map { $0.value.truths(over: table, tables) }
      return { rows in
        var left = rows
        let parts = met.map { met in
          let taken = left.filter { met[$0] }
          left = left.filter { !met[$0] }
          return taken
        }
        return GroupParts(rows: parts, hasEqualEdges: false)
      }
    case .quantiles(_, let bins):
      let values = bins.quantity.numbers(over: table, tables)
      return { bins.parts(values, among: $0) }
    }
  }

  /// What quantile bins are made of; `nil` for other terms.
  var binned: Expression? {
    guard case .quantiles(_, let bins) = self else { return nil }
    return bins.quantity
  }

  /// Whether a row may be in several groups.
  var overlaps: Bool {
    if case .quantiles(_, let bins) = self { return bins.overlap }
    return false
  }

  var expressions: [Expression] {
    switch self {
    case .column: []
    case .conditions(_, let conditions): conditions.expressions
    case .quantiles(_, let bins): bins.expressions
    }
  }

  var resolved: JSONValue {
    switch self {
    case .column(let name): name.resolved
    case .conditions(_, let conditions): .object([.init(name, conditions.resolved)])
    case .quantiles(_, let bins): .object([.init(name, bins.resolved)])
    }
  }
}
