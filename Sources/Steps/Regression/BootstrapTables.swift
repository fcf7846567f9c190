import Support
import Tables

/// The tables of a bootstrap: intervals of what a regression gives, and of the best cell.
struct BootstrapTables {
  /// What is resampled of a fit.
  private struct Quantity {
    let name: String
    let value: (DrawnFit) -> Double
  }

  /// A table with an interval for each group and quantity.
  private struct Intervals {
    private(set) var draft: TableDraft
    let groups: ColumnBlock
    let column: Column<Int>
    let interval: IntervalColumns

    init(
      _ name: String, _ groups: [ColumnSchema], of quantities: [String], _ summary: String,
      axes: [String] = [], constants: Set<String> = []
    ) {
      draft = TableDraft(name, axes: axes, constants: constants)
      self.groups = draft.block(groups, as: .key)
      column = draft.item("column", as: .key, of: quantities, summary)
      interval = IntervalColumns(in: &draft)
    }
  }

  private let cells: Intervals
  private let best: Intervals
  private let quantities: [Quantity]
  /// Where the axes, and where the other columns stand in a key of the groups.
  private let axisPlaces: [Int]
  private let otherPlaces: [Int]

  init(_ step: RegressStep, _ table: TableSchema) {
    let groups = step.grouping.columns(of: table)
    let axes = step.grouping.axes(of: table)
    axisPlaces = groups.indices.filter { axes.contains(groups[$0].name) }
    otherPlaces = groups.indices.filter { !axes.contains(groups[$0].name) }
    quantities =
      [
        Quantity(name: "r2", value: \.rSquared),
        Quantity(name: "loo_r2", value: \.leaveOneOutRSquared),
        Quantity(name: "rms", value: \.rms),
      ]
      + step.coefficients.enumerated().map { index, coefficient in
        Quantity(name: coefficient.name) { $0.coefficients[index] }
      }
    cells = Intervals(
      "\(step.name.value).bootstrap", groups, of: quantities.map(\.name), "what is resampled",
      axes: axes, constants: table.constants)
    best = Intervals(
      "\(step.name.value).best", otherPlaces.map { groups[$0] },
      of: axisPlaces.map { groups[$0].name } + ["loo_r2"],
      "an axis, or leave-one-out R², at the best cell")
  }

  var schemas: [TableSchema] { [cells.draft.schema, best.draft.schema] }

  /// Makes both tables.
  ///
  /// - Parameters:
  ///   - sample: The rows.
  ///   - draws: The fits by draw and group; shape `[samples][groups]`.
  /// - Returns: Intervals of every group, and of the best cell.
  func tables(_ sample: RegressionSample, _ draws: [[DrawnFit]]) -> [Table] {
    var draft = cells.draft
    for (group, key) in sample.groups.keys.enumerated() {
      for (index, quantity) in quantities.enumerated() {
        draft.row {
          $0.set(cells.groups, to: key)
          $0[cells.column] = index
          cells.interval.write(draws.map { quantity.value($0[group]) }, into: &$0)
        }
      }
    }
    return [draft.table, bestTable(sample, draws)]
  }

  /// For each group beside the axes: in every draw the cell with the largest leave-one-out R².
  private func bestTable(_ sample: RegressionSample, _ draws: [[DrawnFit]]) -> Table {
    var draft = best.draft
    let keys = sample.groups.keys
    let families = RowGroups(
      by: otherPlaces.map { place in keys.map { $0[place] } }, among: keys.indices)
    for (family, cells) in zip(families.keys, families.rows) {
      let found = draws.map { draw in
        cells.filter { !draw[$0].leaveOneOutRSquared.isNaN }
          .max { draw[$0].leaveOneOutRSquared < draw[$1].leaveOneOutRSquared }
      }
      let columns =
        axisPlaces.map { place in found.map { $0.map { keys[$0][place] } ?? .nan } }
        + [
          zip(found, draws).map { cell, draw in cell.map { draw[$0].leaveOneOutRSquared } ?? .nan }
        ]
      for (index, values) in columns.enumerated() {
        draft.row {
          $0.set(best.groups, to: family)
          $0[best.column] = index
          best.interval.write(values, into: &$0)
        }
      }
    }
    return draft.table
  }
}
