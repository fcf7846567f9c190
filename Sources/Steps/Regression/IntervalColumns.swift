import Numerics
import Tables

/// The columns that describe a distribution of draws.
struct IntervalColumns {
  private let draws: Column<Int>
  private let median: Column<Double>
  private let std: Column<Double>
  private let percentiles: [(probability: Double, column: Column<Double>)]

  /// Declares the columns.
  init(in draft: inout TableDraft) {
    draws = draft.integer("draws", "draws with a value")
    median = draft.real("median", "median of the draws")
    std = draft.real("std", "standard deviation of the draws")
    percentiles = [
      (0.025, draft.real("p2_5", "2.5th percentile")), (0.16, draft.real("p16", "16th percentile")),
      (0.84, draft.real("p84", "84th percentile")),
      (0.975, draft.real("p97_5", "97.5th percentile")),
    ]
  }

  /// Writes what some draws come to; what is not finite counts as a draw without a value.
  func write(_ values: [Double], into row: inout DraftRow) {
    let present = values.filter(\.isFinite)
    row[draws] = present.count
    guard !present.isEmpty else { return }
    row[std] = Statistics.std(present)
    let columns = [(0.5, median)] + percentiles
    let quantiles = Statistics.quantiles(columns.map(\.0), of: present)
    for ((_, column), quantile) in zip(columns, quantiles) { row[column] = quantile }
  }
}
