package import Support
package import Tables

/// A published value that a run must meet.
package struct Expectation: Sendable {
  /// What is demanded of the value.
  package enum Demand: Equatable, Sendable {
    /// Equal within an absolute tolerance.
    case near(Double, within: Double)
    case atLeast(Double)
    case atMost(Double)
    /// This word, or `true` or `false`.
    case word(String)
  }

  package let table: Located<String>
  /// Picks the row, or the rows of the statistic.
  package let condition: Expression?
  package let column: Located<String>?
  package let statistic: Statistic?
  package let demand: Demand
  /// Where the spec gives the value.
  private let demandPlace: Place
  /// Where the value was published.
  package let source: String
  package let place: Place

  private static let tableKey = JSONKey(
    "table", JSONType<String>.string.located, required: true, "the table that holds the value")
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression, "which row, or which rows for a statistic")
  private static let columnKey = JSONKey(
    "column", JSONType<String>.string.located, "the column that holds the value")
  private static let statisticKey = JSONKey(
    "statistic", JSONType<String>.string.located, "a statistic over the rows; 'count' of rows alone"
  )
  private static let equalsKey = JSONKey(
    "equals",
    JSONType<JSONNode>(schema: ["type": ["number", "string", "boolean"]]) { node, _ in node },
    "the published value")
  private static let withinKey = JSONKey(
    "within", JSONType<Double>.number.located, "the largest difference; 0 by default")
  private static let atLeastKey = JSONKey("at_least", JSONType<Double>.number, "a lower limit")
  private static let atMostKey = JSONKey("at_most", JSONType<Double>.number, "an upper limit")
  private static let sourceKey = JSONKey(
    "source", JSONType<String>.string, "where the value was published")
  private static let keys: [any JSONKeyDeclaration] = [
    tableKey, whereKey, columnKey, statisticKey, equalsKey, withinKey, atLeastKey, atMostKey,
    sourceKey,
  ]

  static let type = JSONType<Expectation>.object(of: keys) { node, report in
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    let condition = object[whereKey]
    let column = object[columnKey]
    var statistic: Statistic?
    if let name = object[statisticKey] {
      statistic = Statistic(name.value)
      if statistic == nil {
        report.error(
          "unknown statistic '\(name.value)'", at: name.place,
          help: Statistic.names.advice(for: name.value))
      }
    }
    if !object.has(columnKey), !object.has(statisticKey) {
      report.error(
        "an expectation names a column or a statistic", at: object.place(of: columnKey),
        help: "give \"column\", or \"statistic\": \"count\" for the number of rows")
    } else if !object.has(columnKey), let statistic, statistic != .count {
      report.error(
        "the \(statistic.name) needs a column", at: object.place(of: statisticKey))
    }
    let demand = demand(object, report)
    let (table, source) = (object[tableKey], object[sourceKey])
    guard let table, let demand else { return nil }
    if case .word = demand.value, object.has(statisticKey) {
      report.error("a statistic is a number, not a word", at: demand.place)
    }
    return Expectation(
      table: table, condition: condition, column: column, statistic: statistic,
      demand: demand.value, demandPlace: demand.place, source: source ?? "", place: node.place)
  }

  private static func demand(_ object: JSONObject, _ report: InputReport) -> Located<Demand>? {
    let given = [equalsKey.name, atLeastKey.name, atMostKey.name].filter { object.node[$0] != nil }
    guard given.count == 1 else {
      report.error(
        given.isEmpty
          ? "this expectation expects nothing" : "an expectation makes one demand only",
        at: given.isEmpty ? object.place(of: equalsKey) : object.node.place,
        help: "give one of \"equals\", \"at_least\" and \"at_most\"")
      return nil
    }
    let within = object[withinKey]
    if let within, within.value < 0 {
      report.error("the tolerance cannot be negative", at: within.place)
    }
    let (least, most) = (object[atLeastKey], object[atMostKey])
    if let within, object[equalsKey]?.number == nil {
      report.error("a tolerance goes with a number that 'equals' gives", at: within.place)
    }
    if let least { return Located(.atLeast(least), at: object.place(of: atLeastKey)) }
    if let most { return Located(.atMost(most), at: object.place(of: atMostKey)) }
    guard let node = object[equalsKey] else { return nil }
    func located(_ demand: Demand) -> Located<Demand> { Located(demand, at: node.place) }
    switch node.value {
    case .number(let value, _): return located(.near(value, within: within?.value ?? 0))
    case .string(let text): return located(.word(text))
    case .bool(let value): return located(.word(value ? "true" : "false"))
    default:
      report.error("expected a number or a word, not \(node.kind)", at: node.place)
      return nil
    }
  }

  /// Checks the expectation against the tables that the run will have.
  package func check(_ schemas: SchemaSet, _ report: InputReport) {
    guard let schema = schemas.reading(table, report) else { return }
    condition?.check(over: schema, schemas, expecting: .boolean, report)
    guard let column, let found = schema.column(column, report) else { return }
    guard statistic == nil else {
      if case .word = found.kind, statistic != .count {
        report.error(
          "column '\(column.value)' holds words, and a statistic needs numbers", at: column.place)
      }
      return
    }
    switch (found.expressionKind, demand) {
    case (.number, .word(let word)):
      report.error("column '\(column.value)' holds numbers, not '\(word)'", at: demandPlace)
    case (.boolean, .word("true")), (.boolean, .word("false")), (.number, _): break
    case (.boolean, _):
      report.error("column '\(column.value)' holds true or false", at: demandPlace)
    case (.word(let vocabulary), .word(let word)):
      guard let vocabulary, !vocabulary.contains(word) else { return }
      report.error(
        "column '\(column.value)' never holds '\(word)'", at: demandPlace,
        help: vocabulary.advice(for: word))
    case (.word, _):
      report.error("column '\(column.value)' holds words, not numbers", at: demandPlace)
    }
  }

  package var resolved: JSONValue {
    var members: [JSONValue.Member] = [.init("table", .string(table.value))]
    if let condition { members.append(.init("where", .string(condition.canonicalText))) }
    if let column { members.append(.init("column", .string(column.value))) }
    if let statistic { members.append(.init("statistic", .string(statistic.name))) }
    switch demand {
    case .near(let value, let tolerance):
      members += [.init("equals", .number(value)), .init("within", .number(tolerance))]
    case .atLeast(let value): members.append(.init("at_least", .number(value)))
    case .atMost(let value): members.append(.init("at_most", .number(value)))
    case .word(let word): members.append(.init("equals", .string(word)))
    }
    return .object(members + [.init("source", .string(source))])
  }
}
