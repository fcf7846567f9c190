import Models
import Steps
import Support
import Tables

extension UnitTally {
  /// Counts the rows of the `fits` table.
  init(fits: Table) {
    let counts = FitStatus.allCases.map { status in
      (status: status.rawValue, count: fits.rows(where: "status", is: status.rawValue).count)
    }
    func count(_ status: FitStatus) -> Int {
      fits.rows(where: "status", is: status.rawValue).count
    }
    var sentences: [String] = []
    let total = fits.rowCount.grouped
    if count(.atBound) > 0 {
      sentences.append(
        "\(count(.atBound).grouped) of \(total) fits have a parameter on a bound: its value is "
          + "that of the bound, not of the galaxy")
    }
    if count(.unconstrained) > 0 {
      sentences.append(
        "\(count(.unconstrained).grouped) of \(total) fits leave a parameter unconstrained: its "
          + "error exceeds the width of its bounds")
    }
    if count(.disagreeingStarts) > 0 {
      sentences.append(
        "\(count(.disagreeingStarts).grouped) of \(total) fits have starts that disagree: a better "
          + "one may exist")
    }
    if count(.refused) > 0 {
      sentences.append(
        "\(count(.refused).grouped) of \(total) units were refused: \(Self.reasons(of: fits))")
    }
    if fits.schema.index(of: "proven") != nil {
      let proven = fits.values("proven").count { $0 > 0 }
      let made = fits.rowCount - count(.refused)
      sentences.append(
        "\(proven.grouped) of \(made.grouped) fits are proven: no other place within their bounds "
          + "is better by more than 1e-9 of the drop of chi-squared")
    }
    func rows(_ column: String) -> Int { fits.values(column).count { $0 > 0 } }
    if rows("replaced_errors") > 0 {
      sentences.append(
        "\(rows("replaced_errors").grouped) of \(total) fits have errors that were not positive "
          + "and were replaced")
    }
    if rows("clamped_points") > 0 {
      sentences.append(
        "\(rows("clamped_points").grouped) of \(total) fits have points without a speed, which "
          + "count as zero: the square of the total is negative there, or that of the baryons for "
          + "laws that add speeds")
    }
    self.init(counts: counts, warnings: sentences)
  }

  /// The reasons why there are no fits, with the number of fits for each where there are several.
  private static func reasons(of fits: Table) -> String {
    let found = fits.schema.words(of: "reason").compactMap { reason in
      let count = fits.rows(where: "reason", is: reason).count
      return count == 0 ? nil : (text: reason, count: count)
    }
    return found.count == 1
      ? found[0].text : found.map { "\($0.text) (\($0.count.grouped))" }.joined(separator: ", ")
  }
}
