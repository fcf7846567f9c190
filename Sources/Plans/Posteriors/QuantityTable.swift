import Posteriors
import Specs
import Steps
import Tables

/// The `posteriors` table: a row for each quantity of each unit, and for what follows from them.
struct QuantityTable: PosteriorTableMaker {
  private var draft: TableDraft
  private let keys: PosteriorRows.Columns
  private let quantity: Column<Int>
  private let numbers: [(field: PosteriorLayout.Summary, column: Column<Double>)]
  private let limit: Column<PosteriorLimit>
  private let names: Range<Int>

  init(_ rows: PosteriorRows, _ content: PosteriorContent) {
    var (draft, keys) = rows.draft(PosteriorTable.posteriors.rawValue)
    self.keys = keys
    names = content.names.indices
    quantity = draft.item(
      "quantity", as: .key, of: content.names, "the quantity, or what follows from quantities")
    let columns: [(PosteriorLayout.Summary, String, String)] = [
      (.mean, "mean", "mean, in the unit of the quantity"), (.std, "std", "standard deviation"),
      (.median, "median", "median"), (.p025, "p2_5", "quantile at 2.5 %"),
      (.p16, "p16", "quantile at 16 %"), (.p84, "p84", "quantile at 84 %"),
      (.p975, "p97_5", "quantile at 97.5 %"),
      (.lower68, "hdi68_lower", "lower end of the shortest interval with 68 %"),
      (.upper68, "hdi68_upper", "upper end of the shortest interval with 68 %"),
      (.lower95, "hdi95_lower", "lower end of the shortest interval with 95 %"),
      (.upper95, "hdi95_upper", "upper end of the shortest interval with 95 %"),
      (.errorOfMean, "mcse_mean", "standard error of the mean that comes from the draws"),
      (.errorOfMedian, "mcse_median", "standard error of the median that comes from the draws"),
      (
        .information, "information",
        "what the data tell beyond the prior, in bits; missing for what follows from others"
      ),
    ]
    var numbers: [(field: PosteriorLayout.Summary, column: Column<Double>)] = []
    for (field, name, summary) in columns {
      numbers.append((field, draft.real(name, summary)))
    }
    self.numbers = numbers
    limit = draft.word(
      "limit", of: PosteriorLimit.self,
      "upper or lower where the most likely value is at an end of the range: only a limit is known")
    self.draft = draft
  }

  var schema: TableSchema { draft.schema }

  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    plan.forEachUnit(in: records, of: cells) { place, record in
      for name in names {
        let start = plan.layout.start(of: name)
        guard record[start] == 1 else { continue }
        draft.row { row in
          keys.set(plan, place, in: &row)
          row[quantity] = name
          for (field, column) in numbers { row[column] = record[start + field.rawValue] }
          row.store(record[start + PosteriorLayout.Summary.limit.rawValue], in: limit)
        }
      }
    }
    return draft.table
  }
}
