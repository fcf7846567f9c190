import Posteriors
package import Steps
import Support
package import Tables

extension PosteriorComputation {
  private enum Counted {
    static let rows = "rows"
  }

  package func tally(
    _ tables: [Table], from records: RecordSlice, of cells: Range<Int>
  ) -> Tally {
    var tally = Tally()
    guard let evidences = tables.first else { return tally }
    tally.add(evidences.rowCount, as: Counted.rows)
    for (word, count) in evidences.wordCounts(of: "status") { tally.add(count, as: word) }
    for (word, count) in evidences.wordCounts(of: "reason") { tally.add(count, as: word) }
    return tally
  }

  package func statuses(_ tally: Tally) -> [(status: String, count: Int)] {
    PosteriorOutcome.allCases.map { ($0.rawValue, tally[$0.rawValue]) }
  }

  package func sentences(_ tally: Tally) -> [String] {
    let total = tally[Counted.rows].grouped
    func sentence(_ outcome: PosteriorOutcome, _ text: String) -> [String] {
      let count = tally[outcome.rawValue]
      return count > 0 ? ["\(count.grouped) of \(total) posteriors \(text)"] : []
    }
    let reasons = content.refusals.map(\.text).distinct.filter { tally[$0] > 0 }
      .map { "\($0) (\(tally[$0].grouped))" }.joined(separator: ", ")
    return sentence(
      .unreliable,
      "are unreliable: a few draws have most of the weight, or chains disagree; see 'evidences'")
      + sentence(
        .multimodal,
        "have several tops with valleys between them: mean, standard deviation and quantiles "
          + "describe none of them; see 'modes' in 'evidences'")
      + sentence(.refused, "were refused: \(reasons)")
  }
}
