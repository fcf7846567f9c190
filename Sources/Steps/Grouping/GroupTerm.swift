import Numerics
import Support
import Tables

/// One way to tell groups apart.
enum GroupTerm: Sendable {
  case column(Located<String>)
  /// The first condition that a row meets gives its label; a row that meets none is in no group.
  case conditions(name: Located<String>, [(label: String, condition: Expression)])
  /// Bins between quantiles of an expression over the rows of a group; a bin takes its lower edge, and
  /// reaches beyond its upper one by `widen`.
  case quantiles(name: Located<String>, Expression, count: Int, widen: Double)

  private static let condition = JSONType<Expression>.expression.map
  private static let quantilesKey = JSONKey(
    "quantiles", JSONType<Expression>.expression, required: true, "what the bins are made of")
  private static let countKey = JSONKey(
    "count", JSONType<Int>.integer(from: 2), "how many bins, 4 by default")
  private static let widenKey = JSONKey(
    "widen", JSONType<Double>.number.located, "how far a bin reaches beyond its upper edge, 0")
  private static let quantileKeys: [any JSONKeyDeclaration] = [quantilesKey, countKey, widenKey]

  private static let judgedSchema: JSONValue = [
    "type": "object",
    "additionalProperties": ["anyOf": [condition.schema, JSONObject.schema(of: quantileKeys)]],
  ]

  static let listType = JSONType<[GroupTerm]>(
    schema: [
      "anyOf": [
        ["type": "string"], judgedSchema,
        ["type": "array", "items": ["anyOf": [["type": "string"], judgedSchema]]],
      ]
    ], read: readTerms)

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
    return terms.contains { $0 == nil } ? nil : terms.flatMap { $0 ?? [] }
  }

  private static func judged(_ member: JSONNode.Member, _ report: InputReport) -> GroupTerm? {
    let name = Located(member.key, at: member.keyPlace)
    guard member.node["quantiles"] != nil else {
      for entry in member.node.members ?? [] where entry.key.isEmpty {
        report.error("a group needs a name", at: entry.keyPlace)
      }
      return condition.read(member.node, report).map { entries in
        .conditions(name: name, entries.map { (label: $0.key.value, condition: $0.value) })
      }
    }
    guard let object = JSONObject(member.node, keys: quantileKeys, report),
      let expression = object[quantilesKey]
    else { return nil }
    let widen = object[widenKey]
    if let widen, widen.value < 0 {
      report.error("a bin cannot be widened by less than nothing", at: widen.place)
    }
    return .quantiles(
      name: name, expression, count: object[countKey] ?? 4, widen: widen?.value ?? 0)
  }

  /// The column that holds the labels.
  var name: String {
    switch self {
    case .column(let name), .conditions(let name, _), .quantiles(let name, _, _, _): name.value
    }
  }

  /// Where the spec names it.
  var place: Place {
    switch self {
    case .column(let name), .conditions(let name, _), .quantiles(let name, _, _, _): name.place
    }
  }

  /// Whether rows are judged, rather than compared by a column.
  var isJudged: Bool {
    if case .column = self { return false }
    return true
  }

  /// Checks the term and tells the column of its labels.
  func check(
    _ table: TableSchema, _ schemas: SchemaSet, _ report: InputReport
  ) -> ColumnSchema? {
    switch self {
    case .column(let name): return table.column(name, report)
    case .conditions(let name, let conditions):
      for (_, condition) in conditions {
        condition.check(over: table, schemas, expecting: .boolean, report)
      }
      refuse(name, in: table, report)
      return ColumnSchema(
        name.value, .word(conditions.map(\.label)), "group: the first condition met")
    case .quantiles(let name, let expression, let count, _):
      expression.check(over: table, schemas, expecting: .number, report)
      if expression.names.isEmpty {
        report.error("a constant has no quantiles", at: expression.place, help: "name a column")
      }
      refuse(name, in: table, report)
      return ColumnSchema(
        name.value, .word((1...count).map { "q\($0)" }),
        "group: bin between quantiles of \(expression.canonicalText)")
    }
  }

  private func refuse(_ name: Located<String>, in table: TableSchema, _ report: InputReport) {
    guard table[name.value] != nil else { return }
    report.error(
      "table '\(table.name)' has a column '\(name.value)' already", at: name.place,
      help: "call these groups something else")
  }

  /// The rows of each label, in the order of the labels; rows keep their order.
  func members(of table: Table, _ tables: TableSet, among rows: [Int]) -> [[Int]] {
    switch self {
    case .column: return [rows]
    case .conditions(_, let conditions):
      var left = rows
      return conditions.map { _, condition in
        let met = condition.truths(over: table, tables)
        let taken = left.filter { met[$0] }
        left = left.filter { !met[$0] }
        return taken
      }
    case .quantiles(_, let expression, let count, let widen):
      let values = expression.numbers(over: table, tables)
      let present = rows.map { values[$0] }.filter { !$0.isNaN }
      guard !present.isEmpty else { return [[Int]](repeating: [], count: count) }
      let edges = (0...count).map {
        Statistics.quantile(Double($0) / Double(count), of: present)
      }
      // Nothing lies between the quantiles of a constant.
      guard edges[0] < edges[count] else { return [[Int]](repeating: [], count: count) }
      return (0..<count).map { bin in
        let isLast = bin == count - 1
        let top = edges[bin + 1] + widen
        return rows.filter { row in
          values[row] >= edges[bin] && (values[row] < top || (isLast && values[row] <= top))
        }
      }
    }
  }

  /// Whether a row may be in several groups.
  var overlaps: Bool {
    if case .quantiles(_, _, _, let widen) = self { return widen > 0 }
    return false
  }

  /// The tables that the rows are judged by, besides their own.
  var mentionedTables: [String] {
    switch self {
    case .column: []
    case .conditions(_, let conditions): conditions.flatMap(\.condition.tableNames)
    case .quantiles(_, let expression, _, _): expression.tableNames
    }
  }

  var resolved: JSONValue {
    switch self {
    case .column(let name): .string(name.value)
    case .conditions(let name, let conditions):
      .object([
        .init(
          name.value,
          .object(
            conditions.map { .init($0.label, .string($0.condition.canonicalText)) }))
      ])
    case .quantiles(let name, let expression, let count, let widen):
      .object([
        .init(
          name.value,
          [
            "quantiles": .string(expression.canonicalText), "count": .number(Double(count)),
            "widen": .number(widen),
          ])
      ])
    }
  }
}
