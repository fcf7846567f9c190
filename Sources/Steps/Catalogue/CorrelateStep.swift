import Numerics
package import Support
package import Tables

/// Correlation coefficients with two-sided probabilities, per group; partial ones where there are
/// controls.
///
/// The probability is that of Student's t, which is an approximation for ranks; for ranks of up to
/// nine rows without ties and controls it is counted over all orders.
package struct CorrelateStep: Step {
  package static let key = "correlate"
  package static let summary =
    "r and two-sided p, Pearson or Spearman, with controls for partial ones"
  package static let settings: [ObjectKey<Self>] =
    [
      .table("the table whose rows are compared"),
      .required(
        "x", \.x, JSONType.expression.list.distinct(nil).atMost(1_000),
        "one row of the result for each"),
      .required("y", \.y, .expression, "what each x is compared with"),
      .value(
        "controls", \.controls, JSONType.expression.list.distinct("control").atMost(100),
        "what is held fixed"),
      .value(
        "kind", \.kind, .choice("kind of correlation"), "of the values, or of their ranks"),
      .value("where", \.condition, .expression, "the condition a row must meet to take part"),
    ] + Grouping.settings(\.grouping)

  /// What is correlated: the values, or their ranks.
  private enum Kind: String, CaseIterable, Resolvable {
    case pearson
    case spearman
  }

  /// Where a probability comes from.
  private enum ProbabilityMethod: String, CaseIterable {
    /// Counted over all orders of the ranks.
    case exact
    /// From Student's t distribution.
    case t
  }

  /// A coefficient with its probability, or the reason why there is none.
  private struct Coefficient {
    var r: Double?
    var p: Double?
    var method: ProbabilityMethod?
    var reason: String?
  }

  package var name = Located("")
  package var input = Located("")
  private var x: [Expression] = []
  private var y = Expression.always
  private var controls: [Expression] = []
  private var kind = Kind.pearson
  private var condition = Expression.always
  private var grouping = Grouping()

  package init() {}

  package func columns(of table: TableSchema) -> [String]? { grouping.columnNames(of: table) }

  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {
    guard given.isWhole else { return }
    for expression in x where expression == y || controls.contains(expression) {
      report.error(
        "'\(expression.canonicalText)' is compared with itself", at: expression.place)
    }
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    for expression in x + [y] + controls {
      expression.check(over: table, schemas, expecting: .number, report)
    }
    condition.check(over: table, schemas, expecting: .boolean, report)
    grouping.check(table, schemas, report)
    return [Made(self, table).draft.schema]
  }

  private static let tooFewRows = "too few rows"
  private static let nothingLeft = "a list is constant, or the controls leave nothing of it"

  private static func dependence(of control: Expression) -> String {
    "control \(control.canonicalText) depends on those before it"
  }

  /// The columns of the table.
  private struct Made {
    private(set) var draft: TableDraft
    let groups: ColumnBlock
    let x: Column<Int>
    let n: Column<Int>
    let r: Column<Double>
    let p: Column<Double>
    let method: Column<ProbabilityMethod>
    let reason: Column<String>

    init(_ step: CorrelateStep, _ table: TableSchema) {
      draft = TableDraft(
        step.name.value, axes: step.grouping.axes(of: table), constants: table.constants)
      groups = draft.block(step.grouping.columns(of: table), as: .key)
      x = draft.item(
        "x", as: .key, of: step.x.map(\.canonicalText),
        "what is compared with \(step.y.canonicalText)")
      n = draft.integer("n", "rows that took part")
      r = draft.real("r", "correlation coefficient")
      p = draft.real("p", "two-sided probability of such an r without any correlation")
      method = draft.word(
        "p_method", of: ProbabilityMethod.self,
        "how p was worked out: counted over all orders, or from Student's t")
      reason = draft.word(
        "reason", among: [tooFewRows, nothingLeft] + step.controls.map(dependence),
        "why there is no coefficient")
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    let columns = x.map { $0.numbers(over: table, tables) }
    let outcome = y.numbers(over: table, tables)
    let held = controls.map { $0.numbers(over: table, tables) }
    let grouped = grouping.groups(
      of: table, tables, among: condition.rows(of: table, tables), context)
    let taken = grouped.taken
    let known: [CompleteRows.Quantity] = zip([y] + controls, [outcome] + held).map {
      ($0.canonicalText, $1)
    }
    let complete = zip(x, columns).map { expression, values in
      let own: CompleteRows.Quantity = (expression.canonicalText, values)
      return CompleteRows(among: taken, of: [own] + known)
    }
    let kept = complete.map { Set($0.rows) }
    let made = Made(self, table.schema)
    var draft = made.draft
    for (key, members) in zip(grouped.groups.keys, grouped.groups.rows) {
      for (index, column) in columns.enumerated() {
        let complete = members.filter(kept[index].contains)
        let pick = { (values: [Double]) in
          let chosen = complete.map { values[$0] }
          return kind == .spearman ? Correlation.ranks(chosen) : chosen
        }
        let found = coefficient(pick(column), pick(outcome), held.map(pick))
        draft.row {
          $0.set(made.groups, to: key)
          $0[made.x] = index
          $0[made.n] = complete.count
          $0[made.r] = found.r
          $0[made.p] = found.p
          $0[made.method] = found.method
          $0[made.reason] = found.reason
        }
      }
    }
    return StepResult(
      [draft.table],
      shares: complete.map(\.share), notes: grouped.notes(of: name.value))
  }

  /// Correlates some values, or ranks.
  private func coefficient(
    _ x: [Double], _ y: [Double], _ controls: [[Double]]
  ) -> Coefficient {
    do throws(PartialCorrelation.Failure) {
      let found = try PartialCorrelation(x, y, controls: controls)
      if found.r.isNaN { return Coefficient(reason: Self.nothingLeft) }
      if kind == .spearman, controls.isEmpty,
        let exact = SpearmanDistribution.twoSidedProbability(x, y)
      {
        return Coefficient(r: found.r, p: exact, method: .exact)
      }
      return Coefficient(r: found.r, p: found.probability, method: .t)
    } catch {
      switch error {
      case .dependentControl(let index):
        return Coefficient(reason: Self.dependence(of: self.controls[index]))
      case .tooFewPairs: return Coefficient(reason: Self.tooFewRows)
      }
    }
  }
}
