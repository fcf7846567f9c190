package import Support
package import Tables

/// Ordinary least squares, per cell and group.
///
/// Makes a table with n, R², adjusted R², leave-one-out R², RMS and a coefficient with its error
/// for the intercept and each term; `<name>.residuals` with a row for each row that took part; and,
/// where a bootstrap is asked for, `<name>.bootstrap` and `<name>.best`.
package struct RegressStep: Step {
  package static let key = "regress"
  package static let summary = "ordinary least squares per cell and group, with leave-one-out R²"
  package static let settings: [ObjectKey<Self>] =
    [
      .table("the table whose rows are fitted"),
      .required("response", \.response, .expression, "what is to be described"),
      .required(
        "terms", \.terms,
        RegressionTerm.type.list.distinct("term") { $0.expression.canonicalText }.atMost(100),
        "what describes it; an intercept is always there"),
      .value("where", \.condition, .expression, "the condition a row must meet to take part"),
      .value(
        "minimum_n", \.minimumCount, .integer(from: 1), "a group with fewer rows is refused"),
      .value(
        "sample", \.policy, .choice("sample policy"),
        "moving (each cell its own rows) or common (rows valid in every cell)"),
      .optional(
        "bootstrap", \.bootstrap, Bootstrap.type,
        "resampling for confidence intervals: {\"samples\": 1000, \"seed\": 1}"),
    ] + Grouping.settings(\.grouping) + [Grouping.groupsAt.within(\.grouping)]

  package var name = Located("")
  package var input = Located("")
  private(set) var response = Expression.always
  private(set) var terms: [RegressionTerm] = []
  private(set) var condition = Expression.always
  private(set) var grouping = Grouping()
  private(set) var minimumCount = 1
  private(set) var policy = SamplePolicy.moving
  private(set) var bootstrap: Bootstrap?

  package init() {}

  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {
    guard given.isWhole else { return }
    var seen: Set<String> = [RegressionTerm.intercept]
    for term in terms where !seen.insert(term.column).inserted {
      report.error(
        "two coefficients would be called '\(term.column)'", at: term.expression.place,
        help: "derive the term under another name first")
    }
    for term in terms where term.expression == response {
      report.error("the response is among its own terms", at: term.expression.place)
    }
  }

  package func worksByCell(on table: TableSchema) -> Bool {
    policy == .moving && bootstrap == nil && grouping.isWithinCells(of: table)
  }

  package func columns(of table: TableSchema) -> [String]? { grouping.columnNames(of: table) }

  package var headlines: [String] { ["n", "r2", "loo_r2", "rms", "reason"] }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    response.check(over: table, schemas, expecting: .number, report)
    for term in terms {
      term.expression.check(over: table, schemas, expecting: .number, report)
    }
    condition.check(over: table, schemas, expecting: .boolean, report)
    let mistakes = report.diagnostics.count
    grouping.check(table, schemas, report)
    let fits = RegressionTable(self, table)
    let own = fits.measures + [RegressionTerm.intercept]
    for group in grouping.terms where own.contains(group.name) {
      report.error(
        "'\(group.name)' is a column of the result already", at: group.place,
        help: "call these groups something else")
    }
    guard report.diagnostics.count == mistakes else { return [] }
    let taken = grouping.columns(of: table).map(\.name) + fits.measures
    for term in terms where taken.contains(term.column) {
      report.error(
        "'\(term.column)' is a column of the result already", at: term.expression.place,
        help: "derive the term under another name first")
    }
    // The mistakes are told; what would follow from them is not.
    let columns = taken + [RegressionTerm.intercept] + terms.map(\.column)
    guard columns.distinct.count == columns.count else { return [] }
    let draws = bootstrap == nil ? [] : BootstrapTables(self, table).schemas
    return [fits.draft.schema, ResidualTable(self, table).draft.schema] + draws
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    if let scanned = context.scanned[name.value] { return scanned }
    guard let table = tables[input.value] else { return [] }
    let sorted = RegressionSample(self, table, tables, context)
    let residuals = ResidualTable(self, table.schema)
    let hasResiduals = context.needed.contains(residuals.draft.schema.name)
    let fits = sorted.fits(minimum: minimumCount, withRows: hasResiduals, by: context.workers)
    let groups = sorted.groups
    var results = [
      RegressionTable(self, table.schema).table(groups.keys, groups.rows.map(\.count), fits)
    ]
    if hasResiduals { results.append(residuals.table(sorted, fits, table)) }
    if let bootstrap {
      let draws = bootstrap.draws(of: sorted, fits, context)
      results += BootstrapTables(self, table.schema).tables(sorted, draws)
    }
    return StepResult(results, shares: [sorted.share], notes: sorted.notes)
  }

  package func warnings(about made: [Table]) -> [String] {
    movingSample(made) + BootstrapTables.warnings(about: made, of: self)
  }

  /// A sentence where cells are judged on different samples.
  private func movingSample(_ made: [Table]) -> [String] {
    guard policy == .moving, let fits = made.first, let counts = fits["n"] else { return [] }
    let keys = fits.schema.keys.filter { !fits.schema.axes.contains($0) }
    let groups = RowGroups(by: keys.compactMap { fits[$0] }, among: 0..<fits.rowCount)
    let varying = groups.rows.map { rows in rows.map { counts[$0] } }
      .filter { $0.min() != $0.max() }.flatMap(\.self)
    guard let least = varying.min().map({ Int($0) }), let most = varying.max().map({ Int($0) })
    else { return [] }
    return [
      "\(name.value): n runs from \(least) to \(most) over the grid, so cells are judged on "
        + "different samples (\"sample\": \"common\" fixes it)"
    ]
  }
}
