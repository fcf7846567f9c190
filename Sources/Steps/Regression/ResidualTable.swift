import Support
import Tables

/// The table of a regression with a row for each row that took part.
struct ResidualTable {
  private(set) var draft: TableDraft
  private let keys: ColumnBlock
  /// The labels of groups that the table does not have as keys itself, with their places in a key
  /// of the groups.
  private let labels: ColumnBlock
  private let labelPlaces: [Int]
  private let fitted: Column<Double>
  private let residual: Column<Double>
  private let leverage: Column<Double>

  init(_ step: RegressStep, _ table: TableSchema) {
    draft = TableDraft(
      Self.name(step.name.value), axes: table.axes, constants: table.constants)
    keys = draft.block(table.keyColumns, as: .key)
    let groups = step.grouping.columns(of: table)
    labelPlaces = groups.indices.filter { !table.keys.contains(groups[$0].name) }
    // Where groups overlap a row is there once for each, and the label tells which.
    let overlaps = step.grouping.terms.contains(where: \.overlaps)
    labels = draft.block(labelPlaces.map { groups[$0] }, as: overlaps ? .key : .value)
    let unit = step.responseUnit(table)
    fitted = draft.real("fitted", unit: unit, "value of the model")
    residual = draft.real("residual", unit: unit, "response less fitted value")
    leverage = draft.real("leverage", "diagonal of the hat matrix")
  }

  /// What the table of a step is called.
  static func name(_ step: String) -> String { "\(step).residuals" }

  func table(
    _ sample: RegressionSample, _ fits: [Result<LinearModel, RegressionRefusal>], _ source: Table
  ) -> Table {
    var draft = draft
    let known = keys.values(in: source)
    for (group, fit) in fits.enumerated() {
      guard case .success(let model) = fit else { continue }
      let label = labelPlaces.map { sample.groups.keys[group][$0] }
      for (index, row) in sample.groups.rows[group].enumerated() {
        draft.row {
          $0.set(keys, to: known, at: row)
          $0.set(labels, to: label)
          $0[fitted] = sample.columns.response[row] - model.residuals[index]
          $0[residual] = model.residuals[index]
          $0[leverage] = model.leverages[index]
        }
      }
    }
    return draft.table
  }
}
