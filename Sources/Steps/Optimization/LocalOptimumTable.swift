import Support
import Tables

/// The table of an optimization with a row for each local optimum.
struct LocalOptimumTable {
  private(set) var draft: TableDraft
  private let keys: ColumnBlock
  private let rank: Column<Int>
  private let searched: ColumnBlock
  private let objective: Column<Double>
  private let atBound: Column<String>
  private let jump: Column<String>
  /// The names of the axes that are searched.
  private let axes: [String]

  init(_ step: OptimizeStep, _ table: TableSchema) {
    draft = step.draft("\(step.name.value).optima", table)
    keys = draft.block(step.keys(of: table), as: .key)
    rank = draft.integer("rank", as: .key, "1 for the best")
    searched = draft.block(step.searched(in: table))
    objective = draft.real("objective", "value of \(step.objective.canonicalText)")
    axes = step.ranges.map(\.axis.value)
    atBound = draft.word(
      "at_bound", among: GridPlaces.words(of: axes), "the ends of ranges that it lies at")
    jump = draft.word(
      "jump", among: GridPlaces.words(of: axes),
      "the sides on which another sample begins right beside it")
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
          $0[atBound] = GridPlaces.word(local.ends, of: axes)
          $0[jump] = local.jump.flatMap { GridPlaces.word($0.sides, of: axes) }
        }
      }
    }
    return draft.table
  }
}
