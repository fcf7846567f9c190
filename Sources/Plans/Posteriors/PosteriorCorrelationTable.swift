import Specs
import Steps
import Tables

/// The `posterior_correlations` table: between each two quantities of each unit.
struct PosteriorCorrelationTable: PosteriorTableMaker {
  private var draft: TableDraft
  private let keys: PosteriorRows.Columns
  private let quantity: Column<Int>
  private let other: Column<Int>
  private let correlation: Column<Double>
  private let count: Int

  init(_ rows: PosteriorRows, _ content: PosteriorContent) {
    var (draft, keys) = rows.draft(PosteriorTable.correlations.rawValue)
    self.keys = keys
    let names = content.quantities.names
    count = names.count
    quantity = draft.item("quantity", as: .key, of: names, "one quantity")
    other = draft.item("other", as: .key, of: names, "the other quantity")
    correlation = draft.real("correlation", "of the two over the posterior, from -1 to 1")
    self.draft = draft
  }

  var schema: TableSchema { draft.schema }

  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    plan.forEachUnit(in: records, of: cells) { place, record in
      for one in 0..<count {
        for two in (one + 1)..<max(count, one + 1) {
          let value = record[plan.layout.place(of: one, with: two)]
          guard !value.isNaN else { continue }
          draft.row { row in
            keys.set(plan, place, in: &row)
            row[quantity] = one
            row[other] = two
            row[correlation] = value
          }
        }
      }
    }
    return draft.table
  }
}
