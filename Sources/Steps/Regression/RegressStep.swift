package import Support
package import Tables

/// Ordinary least squares, per cell and group.
///
/// Makes a table with n, R², adjusted R², leave-one-out R², RMS and a coefficient with its error for
/// the intercept and each term; `<name>.residuals` with a row for each row that took part; and, where
/// a bootstrap is asked for, `<name>.bootstrap` and `<name>.best`.
package struct RegressStep: Analysis {
  package static let verb = "regress"
  package static let summary = "ordinary least squares per cell and group, with leave-one-out R²"

  private static let inputKey = JSONKey(
    verb, JSONType<String>.string.located, required: true, "the table whose rows are fitted")
  private static let responseKey = JSONKey(
    "response", JSONType<Expression>.expression, required: true, "what is to be described")
  private static let termsKey = JSONKey(
    "terms", RegressionTerm.type.list, required: true,
    "what describes it; an intercept is always there")
  private static let whereKey = JSONKey(
    "where", JSONType<Expression>.expression, "the condition a row must meet to take part")
  private static let minimumKey = JSONKey(
    "minimum_n", JSONType<Int>.integer(from: 1), "a group with fewer rows is refused")
  private static let sampleKey = JSONKey(
    "sample",
    JSONType<String>.word(of: SamplePolicy.names, noun: "sample policy")
      .map { text, _, _ in SamplePolicy(rawValue: text) },
    "moving (each cell its own rows, the default) or common (rows valid in every cell)")
  private static let bootstrapKey = JSONKey(
    "bootstrap", Bootstrap.type,
    "resampling for confidence intervals: {\"samples\": 1000, \"seed\": 1}")
  package static let keys: [any JSONKeyDeclaration] = [
    inputKey, responseKey, termsKey, whereKey, Grouping.by, Grouping.per, Grouping.groupsAt,
    minimumKey, sampleKey, bootstrapKey,
  ]

  package let name: Located<String>
  package var reads: String { input.value }
  let input: Located<String>
  let response: Expression
  let terms: [RegressionTerm]
  let condition: Expression?
  let grouping: Grouping
  let minimumCount: Int
  let policy: SamplePolicy
  let bootstrap: Bootstrap?

  package init?(_ object: JSONObject, name: Located<String>, _ report: InputReport) {
    let condition = object[Self.whereKey]
    let grouping = Grouping(object, fixedAt: object[Grouping.groupsAt])
    let minimum = object[Self.minimumKey]
    let policy = object[Self.sampleKey]
    let bootstrap = object[Self.bootstrapKey]
    guard let input = object[Self.inputKey], let response = object[Self.responseKey],
      let terms = object[Self.termsKey]
    else { return nil }
    self.name = name
    self.input = input
    self.response = response
    self.terms = terms
    self.condition = condition
    self.grouping = grouping
    minimumCount = minimum ?? 1
    self.policy = policy ?? .moving
    self.bootstrap = bootstrap
    var seen: Set<String> = ["const"]
    for (index, term) in terms.enumerated() where !seen.insert(term.column).inserted {
      let isRepeated = terms[..<index].contains { $0.expression == term.expression }
      report.error(
        isRepeated
          ? "term '\(term.expression.canonicalText)' stands twice"
          : "two coefficients would be called '\(term.column)'", at: term.place,
        help: isRepeated ? nil : "derive the term under another name first")
    }
    for term in terms where term.expression == response {
      report.error("the response is among its own terms", at: term.place)
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    response.check(over: table, schemas, expecting: .number, report)
    for term in terms {
      term.expression.check(over: table, schemas, expecting: .number, report)
    }
    condition?.check(over: table, schemas, expecting: .boolean, report)
    let mistakes = report.diagnostics.count
    let groups = grouping.keys(of: table, schemas, report)
    for group in grouping.terms where (RegressionTables.measures + ["const"]).contains(group.name) {
      report.error(
        "'\(group.name)' is a column of the result already", at: group.place,
        help: "call these groups something else")
    }
    guard report.diagnostics.count == mistakes else { return [] }
    let taken = groups.map(\.name) + RegressionTables.measures
    for term in terms where taken.contains(term.column) {
      report.error(
        "'\(term.column)' is a column of the result already", at: term.place,
        help: "derive the term under another name first")
    }
    // The mistakes are told; what would follow from them is not.
    let columns = taken + ["const"] + terms.map(\.column)
    guard Set(columns).count == columns.count else { return [] }
    let made = RegressionTables(self, table, groups)
    return [made.fitSchema, made.residualSchema] + made.bootstrapSchemas
  }

  package func run(on tables: TableSet, _ context: AnalysisContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let groups = grouping.keys(of: table.schema, tables.schemas, InputReport())
    let made = RegressionTables(self, table.schema, groups)
    let sorted = RegressionSample(self, table, tables, context)
    let fits = sorted.groups.rows.map { rows in sorted.fit(rows, minimum: minimumCount) }
    var results = [made.fits(sorted, fits)]
    if context.needed.contains(made.residualSchema.name) {
      results.append(made.residuals(sorted, fits, table))
    }
    if let bootstrap {
      results += made.bootstrap(sorted, bootstrap, isCancelled: context.isCancelled)
    }
    return results
  }

  package func warnings(about made: [Table]) -> [String] {
    guard policy == .moving, let fits = made.first, let counts = fits["n"] else { return [] }
    let keys = fits.schema.keys.filter { !fits.schema.axes.contains($0) }
    let groups = RowGroups(by: keys.compactMap { fits[$0] }, among: 0..<fits.rowCount)
    let varying = groups.rows.map { rows in rows.map { counts[$0] } }
      .filter { $0.min() != $0.max() }.flatMap(\.self)
    guard let least = varying.min().map({ Int($0) }), let most = varying.max().map({ Int($0) })
    else { return [] }
    return [
      "\(name.value): n runs from \(least) to \(most) over the grid, so cells are judged on different "
        + "samples (\"sample\": \"common\" fixes it)"
    ]
  }

  package var mentionedTables: [String] {
    ([response] + terms.map(\.expression) + [condition].compactMap(\.self)).flatMap(\.tableNames)
      + grouping.mentionedTables
  }

  package var resolved: JSONValue {
    .object(
      [
        .init("name", .string(name.value)), .init("regress", .string(input.value)),
        .init("response", .string(response.canonicalText)),
        .init("terms", .array(terms.map { .string($0.expression.canonicalText) })),
        .init("where", .string(condition?.canonicalText ?? "true")),
        .init("minimum_n", .number(Double(minimumCount))),
        .init("sample", .string(policy.rawValue)),
      ] + (bootstrap.map { [.init("bootstrap", $0.resolved)] } ?? []) + grouping.resolved)
  }
}
