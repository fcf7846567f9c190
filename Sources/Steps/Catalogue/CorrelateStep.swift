import Numerics
package import Support
package import Tables

/// Correlation coefficients with two-sided probabilities, per group; partial ones where there are
/// controls.
package struct CorrelateStep: Step {
  package static let key = "correlate"
  package static let summary =
    "r and two-sided p, Pearson or Spearman, with controls for partial ones"
  package static let settings: [ObjectKey<Self>] =
    [
      .table("the table whose rows are compared"),
      .required(
        "x", \.x, JSONType.expression.list.distinct(nil), "one row of the result for each"),
      .required("y", \.y, .expression, "what each x is compared with"),
      .value(
        "controls", \.controls, JSONType.expression.list.distinct("control"), "what is held fixed"),
      .value(
        "kind", \.kind, .choice("kind of correlation"), "of the values, or of their ranks"),
      .value("where", \.condition, .expression, "the condition a row must meet to take part"),
    ] + Grouping.settings(\.grouping)

  /// What is correlated: the values, or their ranks.
  private enum Kind: String, CaseIterable, Resolvable {
    case pearson
    case spearman
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
      reason = draft.word(
        "reason", among: [tooFewRows, nothingLeft] + step.controls.map(dependence),
        "why there is no coefficient")
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let columns = x.map { $0.numbers(over: table, tables) }
    let outcome = y.numbers(over: table, tables)
    let held = controls.map { $0.numbers(over: table, tables) }
    let groups = grouping.groups(of: table, tables, among: condition.rows(of: table, tables))
    let made = Made(self, table.schema)
    var draft = made.draft
    for (key, members) in zip(groups.keys, groups.rows) {
      for (index, column) in columns.enumerated() {
        let complete = members.filter { row in
          column[row].isFinite && outcome[row].isFinite && held.allSatisfy { $0[row].isFinite }
        }
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
          $0[made.reason] = found.reason
        }
      }
    }
    return [draft.table]
  }

  /// Coefficient and probability, or the reason why there are none.
  private func coefficient(
    _ x: [Double], _ y: [Double], _ controls: [[Double]]
  ) -> (r: Double?, p: Double?, reason: String?) {
    do throws(PartialCorrelation.Failure) {
      let found = try PartialCorrelation(x, y, controls: controls)
      return found.r.isNaN ? (nil, nil, Self.nothingLeft) : (found.r, found.probability, nil)
    } catch {
      switch error {
      case .dependentControl(let index):
        return (nil, nil, Self.dependence(of: self.controls[index]))
      case .tooFewPairs: return (nil, nil, Self.tooFewRows)
      }
    }
  }
}
