import Specs
import Steps
import Tables

/// The `draws` table: draws of equal weight.
struct DrawTable: PosteriorTableMaker {
  private var draft: TableDraft
  private let columns: DrawColumns
  private let count: Int

  init(_ rows: PosteriorRows, _ content: PosteriorContent) {
    var (draft, keys) = rows.draft(PosteriorTable.draws.rawValue)
    columns = DrawColumns(rows, keys, content, in: &draft)
    count = content.settings.draws
    self.draft = draft
  }

  var schema: TableSchema { draft.schema }

  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    let width = plan.layout.numbersPerDraw
    plan.forEachUnit(in: records, of: cells) { place, record in
      for index in 0..<count {
        let start = plan.layout.start(ofDraw: index)
        // Every draw has a likelihood.
        guard !record[start + width - 1].isNaN else { continue }
        draft.row { row in
          columns.set(plan, place, index, record[start..<(start + width)], in: &row)
        }
      }
    }
    return draft.table
  }
}
