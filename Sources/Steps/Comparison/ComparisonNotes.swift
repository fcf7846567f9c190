import Numerics
import Support
import Tables

/// What a reader of a comparison should know.
struct ComparisonNotes {
  let models: ModelPair
  let criterion: ComparisonCriterion
  let facts: FitFacts

  /// The sentences about a table of verdicts.
  func sentences(about table: Table) -> [String] {
    let names = models.both.map(\.value)
    return [
      unpaid(table), missing(table), unsure(table),
      limits(table, winner: names[0], loser: names[1], side: "second"),
      limits(table, winner: names[1], loser: names[0], side: "first"),
    ].compactMap(\.self)
  }

  /// That the criterion leaves priors out.
  private func unpaid(_ table: Table) -> String? {
    guard facts.hasPriors, !criterion.countsPriors else { return nil }
    return "'\(table.name)' compares by \(criterion.rawValue), which does not count what fits pay "
      + "for their priors (prior_term); \(InformationCriterion.mapBIC.rawValue) and "
      + "\(InformationCriterion.laplace.rawValue) do"
  }

  /// How many rows have no criterion, where fits may be without.
  private func missing(_ table: Table) -> String? {
    let reason: String
    switch criterion {
    case .information(.laplace): reason = "both fits have to be interior"
    case .information(.aicc):
      reason = "a fit needs at least two points more than free quantities"
    case .evidence: reason = "both posteriors have to be there"
    case .information(.bic), .information(.aic), .information(.mapBIC): return nil
    }
    let count = table.values("delta_\(criterion.rawValue)").count { $0.isNaN }
    guard count > 0 else { return nil }
    return "\(count.grouped) of \(table.rowCount.grouped) rows of '\(table.name)' have no "
      + "\(criterion.rawValue): \(reason)"
  }

  /// How many comparisons rest on a posterior that is not to be trusted.
  private func unsure(_ table: Table) -> String? {
    guard criterion == .evidence else { return nil }
    let count = table.rows(where: "evidence_status", is: "unreliable").count
    guard count > 0 else { return nil }
    return
      "\(count.grouped) of \(table.rowCount.grouped) rows of '\(table.name)' rest on a posterior "
      + "that is unreliable"
  }

  /// How many verdicts are won against a fit that is the winner itself, or nothing.
  private func limits(
    _ table: Table, winner: String, loser: String, side: String
  ) -> String? {
    guard let own = ModelLimits(of: loser, facts) else { return nil }
    let won = table.rows(where: "verdict", is: winner)
    func count(_ word: String) -> Int {
      Set(table.rows(where: "limit_\(side)", is: word)).intersection(won).count
    }
    let (same, nothing) = (count(winner), count(ModelLimits.baryons))
    var parts: [String] = []
    if same > 0 {
      let bounds = own.bounds(of: winner).joined(separator: " or ")
      parts.append(
        "\(same.grouped) \(same == 1 ? "is" : "are") \(loser) at \(bounds), where it becomes "
          + "\(winner): won by a parameter less and by what the bound costs, not by another law")
    }
    if nothing > 0 {
      parts.append(
        "\(nothing.grouped) \(nothing == 1 ? "is" : "are") \(loser) with \(own.amplitude) = 0, "
          + "the baryons alone")
    }
    guard !parts.isEmpty else { return nil }
    let verdicts = won.count == 1 ? "verdict" : "verdicts"
    return "of the \(won.count.grouped) \(verdicts) of '\(table.name)' for \(winner), "
      + parts.joined(separator: "; ")
  }
}
