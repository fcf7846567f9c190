import Numerics
package import Support
package import Tables

/// Correlation coefficients with two-sided probabilities, per group; partial ones where there are
/// controls.
package struct CorrelateStep: Analysis {
  package static let verb = "correlate"
  package static let summary =
    "r and two-sided p, Pearson or Spearman, with controls for partial ones"

  private static let inputKey = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table whose rows are compared")
  private static let xKey = JSONKey(
    "x", JSONType<Expression>.expression.list, required: true, "one row of the result for each")
  private static let yKey = JSONKey(
    "y", JSONType<Expression>.expression, required: true, "what each x is compared with")
  private static let controlsKey = JSONKey(
    "controls", JSONType<Expression>.expression.list, "what is held fixed")
  private static let kindKey = JSONKey(
    "kind", JSONType<String>.word(of: ["pearson", "spearman"], noun: "kind of correlation"),
    "pearson (the default) or spearman (of the ranks)")
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression, "the condition a row must meet to take part")
  package static let keys: [any JSONKeyDeclaration] = [
    inputKey, xKey, yKey, controlsKey, kindKey, whereKey, Grouping.by, Grouping.per,
  ]

  package let name: Located<String>
  package var reads: String { input.value }
  private let input: Located<String>
  private let x: [Expression]
  private let y: Expression
  private let controls: [Expression]
  private let isRanked: Bool
  private let condition: Expression?
  private let grouping: Grouping

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let controls = object[Self.controlsKey]
    let kind = object[Self.kindKey]
    let condition = object[Self.whereKey]
    let grouping = Grouping(object)
    guard let input = object[Self.inputKey], let x = object[Self.xKey], let y = object[Self.yKey]
    else { return nil }
    self.name = name
    self.input = input
    self.x = x
    self.y = y
    self.controls = controls ?? []
    isRanked = kind == "spearman"
    self.condition = condition
    self.grouping = grouping
    for (index, expression) in x.enumerated() where x[..<index].contains(expression) {
      report.error("'\(expression.canonicalText)' stands twice", at: expression.place)
    }
    for expression in x where expression == y || self.controls.contains(expression) {
      report.error(
        "'\(expression.canonicalText)' is compared with itself", at: expression.place)
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    for expression in x + [y] + controls {
      expression.check(over: table, schemas, expecting: .number, report)
    }
    condition?.check(over: table, schemas, expecting: .boolean, report)
    return [schema(grouping.keys(of: table, schemas, report), table)]
  }

  private var reasons: [String] {
    ["too few rows", "a list is constant, or the controls leave nothing of it"]
      + controls.map { "control \($0.canonicalText) depends on those before it" }
  }

  private func schema(_ groups: [ColumnSchema], _ table: TableSchema) -> TableSchema {
    TableSchema(
      name.value, axes: grouping.axes(of: table), keys: groups.map(\.name) + ["x"],
      constants: table.constants,
      columns: groups + [
        ColumnSchema(
          "x", .word(x.map(\.canonicalText)), "what is compared with \(y.canonicalText)"),
        ColumnSchema("n", .integer, "rows that took part"),
        ColumnSchema("r", "correlation coefficient"),
        ColumnSchema("p", "two-sided probability of such an r without any correlation"),
        ColumnSchema("reason", .word(reasons), "why there is no coefficient"),
      ])
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let keys = grouping.keys(of: table.schema, tables.schemas, InputReport())
    let columns = x.map { $0.numbers(over: table, tables) }
    let outcome = y.numbers(over: table, tables)
    let held = controls.map { $0.numbers(over: table, tables) }
    let rows = condition?.rows(of: table, tables) ?? Array(0..<table.rowCount)
    let groups = grouping.groups(of: table, tables, among: rows)
    var made: [[Double]] = []
    for (group, members) in groups.rows.enumerated() {
      for (index, column) in columns.enumerated() {
        let complete = members.filter { row in
          column[row].isFinite && outcome[row].isFinite && held.allSatisfy { $0[row].isFinite }
        }
        let pick = { (values: [Double]) in
          let chosen = complete.map { values[$0] }
          return isRanked ? Correlation.ranks(chosen) : chosen
        }
        made.append(
          groups.keys[group] + [Double(index), Double(complete.count)]
            + coefficient(pick(column), pick(outcome), held.map(pick)))
      }
    }
    return [Table(schema(keys, table.schema), rows: made)]
  }

  /// Coefficient, probability, and the position of the reason if there is none.
  private func coefficient(_ x: [Double], _ y: [Double], _ controls: [[Double]]) -> [Double] {
    do throws(PartialCorrelation.Failure) {
      let found = try PartialCorrelation(x, y, controls: controls)
      return found.r.isNaN ? [.nan, .nan, 1] : [found.r, found.probability, .nan]
    } catch {
      switch error {
      case .dependentControl(let index): return [.nan, .nan, Double(index + 2)]
      default: return [.nan, .nan, 0]
      }
    }
  }

  package var mentionedTables: [String] {
    (x + [y] + controls + [condition].compactMap(\.self)).flatMap(\.tableNames)
      + grouping.mentionedTables
  }

  package var resolved: JSONValue {
    func list(_ expressions: [Expression]) -> JSONValue {
      .array(expressions.map { .string($0.canonicalText) })
    }
    return .object(
      [
        .init("name", .string(name.value)), .init("correlate", .string(input.value)),
        .init("x", list(x)), .init("y", .string(y.canonicalText)),
        .init("controls", list(controls)), .init("kind", isRanked ? "spearman" : "pearson"),
        .init("where", .string(condition?.canonicalText ?? "true")),
      ] + grouping.resolved)
  }
}
