import Support
import Tables

/// The table of an optimization with a row for each local optimum.
struct LocalOptimumTable {
  private(set) var draft: TableDraft
  private let keys: ColumnBlock
  private let rank: Column<Int>
  private let searched: ColumnBlock
  private let objective: Column<Double>

  init(_ step: OptimizeStep, _ table: TableSchema) {
    draft = step.draft("\(step.name.value).optima", table)
    keys = draft.block(step.keys(of: table), as: .key)
    rank = draft.integer("rank", as: .key, "1 for the best")
    searched = draft.block(step.searched(in: table))
    objective = draft.real("objective", "value of \(step.objective.canonicalText)")
  }

  func table(_ found: [FoundOptimum]) -> Table {
    var draft = draft
    for optimum in found {
      for (index, local) in optimum.optima.enumerated() {
        draft.row {
          if let table = optimum.table, table.rowCount > 0 {
            $0.set(keys, to: keys.values(in: table), at: 0)
          }
          $0[rank] = index + 1
          $0.set(searched, to: local.point)
          $0[objective] = local.value
        }
      }
    }
    return draft.table
  }
}
