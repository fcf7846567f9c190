package import Support
package import Tables

/// Two models row by row, by an information criterion.
///
/// Makes a table with the difference and a verdict for each row, and `<name>.counts` with the number
/// of rows of each verdict. The difference is that of the first model less that of the second, so
/// that a positive one favours the second.
///
/// - SeeAlso: Kass & Raftery 1995, J. Am. Stat. Assoc. 90, 773, section 3.2 for the strength of ΔBIC.
package struct CompareStep: Analysis {
  package static let verb = "compare"
  package static let summary = "two models row by row: difference of a criterion, verdict, counts"

  private static let input = JSONKey(
    verb, JSONType<String>.string.located, required: true, "a table with a row for each model")
  private static let modelsKey = JSONKey(
    "models", JSONType<String>.string.located.list.located, required: true,
    "the two models: the difference is the first less the second")
  private static let criterionKey = JSONKey(
    "criterion", JSONType<String>.word(of: ["bic", "aic"], noun: "criterion"),
    "the information criterion: bic (the default) or aic")
  private static let thresholdKey = JSONKey(
    "threshold", JSONType<Double>.number.located,
    "a difference beyond it decides; 2 by default")
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression,
    "the condition both models must meet; a row where one does not is set aside")
  package static let keys: [any JSONKeyDeclaration] = [
    input, modelsKey, criterionKey, thresholdKey, whereKey,
  ]

  package let name: Located<String>
  package var reads: String { input.value }
  private let input: Located<String>
  private let models: [Located<String>]
  private let criterion: String
  private let threshold: Double
  private let condition: Expression?

  private static let indistinguishable = "indistinguishable"
  private static let setAside = "set aside"
  private static let incomparable = "incomparable"
  private static let strengths = ["negligible", "positive", "strong", "very strong"]

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let condition = object[Self.whereKey]
    let criterion = object[Self.criterionKey]
    let threshold = object[Self.thresholdKey]
    let models = object[Self.modelsKey]
    if let models, models.value.count != 2 || models.value[0].value == models.value[1].value {
      report.error("a comparison needs two different models", at: models.place)
      return nil
    }
    if let threshold, threshold.value < 0 {
      report.error("the threshold cannot be negative", at: threshold.place)
    }
    let input = object[Self.input]
    guard let input, let models else { return nil }
    self.name = name
    self.input = input
    self.models = models.value
    self.criterion = criterion ?? "bic"
    self.threshold = threshold?.value ?? 2
    self.condition = condition
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    condition?.check(over: table, schemas, expecting: .boolean, report)
    guard table.keys.contains("model"), let vocabulary = table["model"]?.vocabulary else {
      report.error("table '\(table.name)' has no key 'model' to compare by", at: input.place)
      return []
    }
    let strangers = models.filter { !vocabulary.contains($0.value) }
    for model in strangers {
      report.error(
        "table '\(table.name)' has no model '\(model.value)'", at: model.place,
        help: vocabulary.advice(for: model.value))
    }
    guard table[criterion] != nil else {
      report.error("table '\(table.name)' has no column '\(criterion)'", at: input.place)
      return []
    }
    return strangers.isEmpty ? [rowSchema(table), countSchema(table)] : []
  }

  private var verdicts: [String] {
    models.map(\.value) + [Self.indistinguishable, Self.setAside, Self.incomparable]
  }

  private func rowSchema(_ table: TableSchema) -> TableSchema {
    let keys = table.keys.filter { $0 != "model" }
    return TableSchema(
      name.value, axes: table.axes, keys: keys, constants: table.constants,
      columns: keys.compactMap { table[$0] } + [
        ColumnSchema(
          "delta_\(criterion)", "\(criterion) of \(models[0].value) less that of \(models[1].value)"
        ),
        ColumnSchema(
          "verdict", .word(verdicts), "the model that a difference beyond the threshold favours"),
        ColumnSchema(
          "strength", .word(Self.strengths),
          "Kass & Raftery 1995: below 2, 2 to 6, 6 to 10, above 10"),
      ])
  }

  private func countSchema(_ table: TableSchema) -> TableSchema {
    TableSchema(
      "\(name.value).counts", axes: table.axes, keys: table.axes + ["verdict"],
      constants: table.constants,
      columns: table.axes.compactMap { table[$0] } + [
        ColumnSchema("verdict", .word(verdicts), "the verdict"),
        ColumnSchema("count", .integer, "rows with this verdict"),
      ])
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value], let scores = table[criterion],
      let modelOf = table["model"], let vocabulary = table.schema["model"]?.vocabulary
    else { return [] }
    let isKept = condition.map { $0.truths(over: table, tables) }
    let codes = models.map { model in vocabulary.firstIndex(of: model.value).map(Double.init) }
    let keys = table.schema.keys.filter { $0 != "model" }
    let groups = RowGroups(by: keys.compactMap { table[$0] }, among: 0..<table.rowCount)

    var values = [[Double]](repeating: [], count: keys.count + 3)
    for (group, members) in groups.rows.enumerated() {
      let rows = codes.map { code in members.first { modelOf[$0] == code } }
      guard let first = rows[0], let second = rows[1] else { continue }
      let delta = scores[first] - scores[second]
      for column in keys.indices { values[column].append(groups.keys[group][column]) }
      values[keys.count].append(delta)
      let stays = isKept.map { $0[first] && $0[second] } ?? true
      values[keys.count + 1].append(verdict(delta, stays: stays))
      values[keys.count + 2].append(delta.isNaN ? .nan : strength(delta.magnitude))
    }
    let made = Table(rowSchema(table.schema), values)
    return [made, counts(made)]
  }

  private func verdict(_ delta: Double, stays: Bool) -> Double {
    if delta.isNaN { return 4 }
    if !stays { return 3 }
    if delta > threshold { return 1 }
    return delta < -threshold ? 0 : 2
  }

  private func strength(_ size: Double) -> Double {
    size < 2 ? 0 : size < 6 ? 1 : size <= 10 ? 2 : 3
  }

  /// One row for each cell and verdict, also where the count is zero.
  private func counts(_ made: Table) -> Table {
    let schema = countSchema(made.schema)
    let verdictOf = made["verdict"] ?? []
    let cells = RowGroups(by: made.schema.axes.compactMap { made[$0] }, among: 0..<made.rowCount)
    var values = [[Double]](repeating: [], count: schema.columns.count)
    for (cell, members) in cells.rows.enumerated() {
      for verdict in verdicts.indices {
        for (column, key) in cells.keys[cell].enumerated() { values[column].append(key) }
        values[schema.columns.count - 2].append(Double(verdict))
        values[schema.columns.count - 1].append(
          Double(members.count { verdictOf[$0] == Double(verdict) }))
      }
    }
    return Table(schema, values)
  }

  package var mentionedTables: [String] { condition?.tableNames ?? [] }

  package var resolved: JSONValue {
    [
      "name": .string(name.value), "compare": .string(input.value),
      "models": .array(models.map { .string($0.value) }), "criterion": .string(criterion),
      "threshold": .number(threshold), "where": .string(condition?.canonicalText ?? "true"),
    ]
  }
}
