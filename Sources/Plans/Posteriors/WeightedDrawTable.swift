import Posteriors
import Specs
import Steps
import Tables

/// The `draws_weighted` table: all draws with their weights, which add up to one in each unit.
///
/// How many there are is known only when they are made: no record has room for them, and they are
/// made again for the table.
struct WeightedDrawTable: PosteriorTableMaker {
  private var draft: TableDraft
  private let columns: DrawColumns
  private let weight: Column<Double>

  init(_ rows: PosteriorRows, _ content: PosteriorContent) {
    var (draft, keys) = rows.draft(PosteriorTable.weightedDraws.rawValue)
    columns = DrawColumns(rows, keys, content, in: &draft)
    weight = draft.real(
      DrawColumn.weight.rawValue, "share of the draw in the posterior of the unit")
    self.draft = draft
  }

  var schema: TableSchema { draft.schema }

  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    plan.forEachUnit(in: records, of: cells) { place, record in
      guard record[PosteriorLayout.Field.reason.rawValue].isNaN else { return }
      let unit = plan.writer(of: place)
      for (index, draw) in plan.weightedDraws(of: place).enumerated() {
        draft.row { row in
          columns.set(plan, place, index, unit.values(of: draw)[...], in: &row)
          row[weight] = draw.weight
        }
      }
    }
    return draft.table
  }
}
