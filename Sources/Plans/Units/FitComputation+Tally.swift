import Models
package import Steps
import Support
package import Tables

extension FitComputation {
  /// What is counted besides statuses, each under its own word, and reasons.
  private enum Counted {
    static let rows = "rows"
    static let replaced = "replaced errors"
    static let clamped = "clamped points"
    static let improved = "improved"
    static let proven = "proven"
    static func reason(_ text: String) -> String { "because \(text)" }
  }

  package func tally(
    _ tables: [Table], from records: RecordSlice, of cells: Range<Int>
  ) -> Tally {
    var tally = Tally()
    guard let fits = tables.first else { return tally }
    tally.add(fits.rowCount, as: Counted.rows)
    for (word, count) in fits.wordCounts(of: "status") { tally.add(count, as: word) }
    for (word, count) in fits.wordCounts(of: "reason") {
      tally.add(count, as: Counted.reason(word))
    }
    tally.add(fits.values("replaced_errors").count { $0 > 0 }, as: Counted.replaced)
    tally.add(fits.values("clamped_points").count { $0 > 0 }, as: Counted.clamped)
    if quantities.isCertified {
      tally.add(fits.values("proven").count { $0 > 0 }, as: Counted.proven)
    }
    if let intervals = tables.first(where: { $0.name == TableName.intervals }) {
      tally.add(IntervalTable.tally(intervals))
    }
    forEachProfile(in: records, of: cells) { _, record, layout in
      if record[layout.placeOfImprovements] > 0 { tally.add(1, as: Counted.improved) }
    }
    return tally
  }

  package func statuses(_ tally: Tally) -> [(status: String, count: Int)] {
    FitStatus.allCases.map { ($0.rawValue, tally[$0.rawValue]) }
  }

  package func sentences(_ tally: Tally) -> [String] {
    let total = tally[Counted.rows].grouped
    func sentence(_ name: String, _ text: String) -> [String] {
      tally[name] > 0 ? ["\(tally[name].grouped) of \(total) \(text)"] : []
    }
    func sentence(_ status: FitStatus, _ text: String) -> [String] {
      sentence(status.rawValue, text)
    }
    return sentence(
      .atBound,
      "fits have a parameter on a bound: its value is that of the bound, not of the galaxy")
      + sentence(
        .unconstrained,
        "fits leave a parameter unconstrained: its error exceeds the width of its bounds")
      + sentence(
        .disagreeingStarts, "fits have starts that disagree: a better one may exist")
      + sentence(.refused, "units were refused: \(reasons(tally))")
      + proofs(tally)
      + sentence(
        Counted.replaced, "fits have errors that were not positive and were replaced")
      + sentence(
        Counted.clamped,
        "fits have points without a speed, which count as zero: the square of the total is "
          + "negative there, or that of the baryons for laws that add speeds")
      + IntervalTable.notes(tally)
      + sentence(
        Counted.improved,
        "fits were replaced by a lower optimum that their profiles met")
  }

  /// How many fits are proven, where that was asked for.
  private func proofs(_ tally: Tally) -> [String] {
    guard quantities.isCertified else { return [] }
    let made = tally[Counted.rows] - tally[FitStatus.refused.rawValue]
    return [
      "\(tally[Counted.proven].grouped) of \(made.grouped) fits are proven: no other place within "
        + "their bounds is better by more than 1e-9 of the drop of chi-squared"
    ]
  }

  /// The reasons why there are no fits, with the number of fits for each where there are several.
  private func reasons(_ tally: Tally) -> String {
    let found = quantities.refusals.map(\.text).distinct.compactMap { reason in
      let count = tally[Counted.reason(reason)]
      return count == 0 ? nil : (text: reason, count: count)
    }
    return found.count == 1
      ? found[0].text : found.map { "\($0.text) (\($0.count.grouped))" }.joined(separator: ", ")
  }
}
