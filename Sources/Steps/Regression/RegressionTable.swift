import Support
import Tables

/// The table of a regression with a row for each group: measures, and coefficients with errors.
struct RegressionTable {
  private(set) var draft: TableDraft
  /// The names of the columns between keys and coefficients.
  let measures: [String]
  private let groups: ColumnBlock
  private let n: Column<Int>
  private let rSquared: Column<Double>
  private let adjustedRSquared: Column<Double>
  private let leaveOneOutRSquared: Column<Double>
  private let rms: Column<Double>
  private let reason: Column<String>
  private let coefficients: [(value: Column<Double>, error: Column<Double>)]

  init(_ step: RegressStep, _ table: TableSchema) {
    draft = TableDraft(
      step.name.value, axes: step.grouping.axes(of: table), constants: table.constants)
    groups = draft.block(step.grouping.columns(of: table), as: .key)
    n = draft.integer("n", "rows that were fitted")
    rSquared = draft.real("r2", "R²")
    adjustedRSquared = draft.real("adjusted_r2", "R² adjusted for the number of terms")
    leaveOneOutRSquared = draft.real("loo_r2", "leave-one-out R²")
    rms = draft.real("rms", unit: step.responseUnit(table), "root mean square residual")
    reason = draft.word(
      "reason",
      among: RegressionRefusal.texts(terms: step.terms.map(\.expression.canonicalText)),
      "why there is no fit")
    measures = draft.schema.valueColumns.map(\.name)
    var coefficients: [(value: Column<Double>, error: Column<Double>)] = []
    for (name, text) in step.coefficients {
      coefficients.append(
        (draft.real(name, text), draft.real("e_\(name)", "1 sigma error of \(name)")))
    }
    self.coefficients = coefficients
  }

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - keys: The keys of each group; shape `[groups][keys]`.
  ///   - counts: How many rows each group has.
  ///   - fits: The fit of each group.
  /// - Returns: A row for each group.
  func table(
    _ keys: [[Double]], _ counts: [Int], _ fits: [Result<LinearModel, RegressionRefusal>]
  ) -> Table {
    var draft = draft
    for (group, fit) in fits.enumerated() {
      draft.row { row in
        row.set(groups, to: keys[group])
        write(counts[group], fit, into: &row)
      }
    }
    return draft.table
  }

  /// Writes what came of a group.
  private func write(
    _ count: Int, _ fit: Result<LinearModel, RegressionRefusal>, into row: inout DraftRow
  ) {
    row[n] = count
    switch fit {
    case .failure(let refusal): row[reason] = refusal.text
    case .success(let model):
      row[rSquared] = model.rSquared
      row[adjustedRSquared] = model.adjustedRSquared
      row[leaveOneOutRSquared] = model.leaveOneOutRSquared
      row[rms] = model.rms
      for (column, (value, error)) in zip(coefficients, zip(model.coefficients, model.errors)) {
        row[column.value] = value
        row[column.error] = error
      }
    }
  }
}

extension RegressStep {
  /// The coefficients, that of the intercept first: column and meaning.
  var coefficients: [(name: String, text: String)] {
    [(RegressionTerm.intercept, "the intercept")]
      + terms.map { ($0.column, "coefficient of \($0.expression.canonicalText)") }
  }

  /// The unit of the response, where it is a column with one.
  func responseUnit(_ table: TableSchema) -> String {
    table[response.canonicalText]?.unit ?? ""
  }
}
