import Console
import Numerics
import Specs
import Support
import Tables

/// How the posteriors of a run turned out: for each model the number of each status and the median
/// of k̂.
struct PosteriorLines {
  private let table: Table
  private let models: [String]
  private let statuses: [String]

  /// - Returns: `nil` for a run without posteriors, or with so many that they are not held.
  init?(_ tables: TableSet) {
    guard let table = tables[PosteriorTable.evidences.rawValue], table["k_hat"] != nil,
      let models = table.schema["model"]?.vocabulary,
      let statuses = table.schema["status"]?.vocabulary
    else { return nil }
    (self.table, self.models, self.statuses) = (table, models, statuses)
  }

  func lines(width: Int?) -> [String] {
    var text = TextTable(
      [.text("model")] + statuses.map { .number($0) } + [.number("median k_hat")])
    let (shapes, words) = (table.values("k_hat"), table.values("status"))
    for model in models {
      let rows = table.rows(where: "model", is: model)
      let counts = statuses.indices.map { status in
        rows.count { words[$0] == Double(status) }.grouped
      }
      let median = Statistics.median(rows.map { shapes[$0] }.filter { !$0.isNaN })
      text.append([model] + counts + [NumberFormat(digits: 4).text(median)])
    }
    return ["", "  \(PosteriorTable.posteriors.rawValue)"]
      + text.lines(width: width, maximumRows: nil, indent: 4)
  }
}
