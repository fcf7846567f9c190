import Support
import Tables

/// The table of an optimization with a row for each optimum: the account of the search, and all
/// columns of the table at the optimum.
struct OptimumTable {
  private(set) var draft: TableDraft
  /// The keys of the table that a search leaves, in their order.
  private let keys: ColumnBlock
  private let searched: ColumnBlock
  private let objective: Column<Double>
  private let status: Column<OptimumStatus>
  private let evaluations: Column<Int>
  private let gridPoints: Column<Int>
  private let refinements: Column<Int>
  private let optima: Column<Int>
  /// The columns of the table at the optimum, beside its keys.
  private let rest: ColumnBlock

  init(_ step: OptimizeStep, _ table: TableSchema) {
    draft = step.draft(step.name.value, table)
    keys = draft.block(step.keys(of: table), as: .key)
    searched = draft.block(step.searched(in: table))
    objective = draft.real(
      "objective", "value of \(step.objective.canonicalText) at the optimum")
    status = draft.word(
      "status", of: OptimumStatus.self,
      "interior, at_bound, no_zero, several_zeros or no_value")
    evaluations = draft.integer("evaluations", "how often the objective was worked out")
    gridPoints = draft.integer("grid_points", "points of the grid that was covered")
    refinements = draft.integer("refinements", "minima of the grid that were refined")
    optima = draft.integer("optima", "distinct local optima that were found")
    rest = draft.block(table.valueColumns)
  }

  func table(_ found: [FoundOptimum]) -> Table {
    var draft = draft
    for optimum in found {
      draft.row {
        if let table = optimum.table, table.rowCount > 0 {
          $0.set(keys, to: keys.values(in: table), at: 0)
          $0.set(rest, to: rest.values(in: table), at: 0)
        }
        $0.set(searched, to: optimum.point)
        $0[objective] = optimum.value
        $0[status] = optimum.status
        $0[evaluations] = optimum.evaluations
        $0[gridPoints] = optimum.grid?.points
        $0[refinements] = optimum.grid?.refinements
        $0[optima] = optimum.grid == nil ? nil : optimum.optima.count
      }
    }
    return draft.table
  }
}

extension OptimizeStep {
  /// The keys of the table that a search leaves, in their order.
  func keys(of table: TableSchema) -> [ColumnSchema] {
    table.keyColumns.filter { key in !ranges.contains { $0.axis.value == key.name } }
  }

  /// The columns of the axes that are searched.
  func searched(in table: TableSchema) -> [ColumnSchema] {
    ranges.compactMap { table[$0.axis.value] }
  }

  func draft(_ name: String, _ table: TableSchema) -> TableDraft {
    let left = keys(of: table).map(\.name)
    return TableDraft(
      name, axes: table.axes.filter(left.contains), constants: table.constants)
  }
}
