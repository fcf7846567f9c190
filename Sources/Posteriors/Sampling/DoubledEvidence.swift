package import Models
import Numerics

/// The evidence with every flat prior twice as wide: what a comparison owes to widths that nobody
/// measured.
///
/// A flat prior of a quantity that cannot be negative grows upward, others to both sides, that of a
/// logarithm too. An inclination keeps its range. Where the posterior ends before its bounds only
/// the prior thins out, by ln 2 each; otherwise the wider space is sampled.
package struct DoubledEvidence: Sendable {
  /// ln Z; NaN where the wider space has none.
  package let logValue: Double
  /// The standard error of ln Z.
  package let error: Double

  /// - Parameters:
  ///   - record: The posterior with the priors as they are.
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors as they are.
  ///   - request: How it was sampled.
  package init(
    of record: PosteriorRecord, _ law: any RotationLaw.Type, _ subject: FitSubject,
    in space: FitSpace, _ request: PosteriorRequest
  ) {
    var (wide, count, isCut) = (space, 0, false)
    for (quantity, known) in zip(record.quantities, record.posteriors) {
      let isGeneral = space.priors.contains { $0.quantity == quantity }
      guard !isGeneral, !space.isTied(quantity), quantity != .galaxy(.inclination),
        let range = space[quantity].doubled
      else { continue }
      wide[quantity] = range
      count += 1
      if space[quantity].isMet(by: known, widening: range) { isCut = true }
    }
    guard isCut else {
      (logValue, error) = (record.evidence.logValue - Double(count) * ln2, record.evidence.error)
      return
    }
    var other = request
    other.unit += ", flat priors doubled"
    let evidence = try? Posterior(of: law, subject, in: wide, other).evidence
    (logValue, error) = evidence.map { ($0.logValue, $0.error) } ?? (.nan, .nan)
  }
}

private let ln2 = 0.693_147_180_559_945_3

extension FitRange {
  /// The range with a flat prior twice as wide; `nil` for any other, and for one value.
  fileprivate var doubled: FitRange? {
    guard lower < upper, lower.isFinite, upper.isFinite else { return nil }
    var wide = self
    switch prior {
    case .uniform where lower >= 0: wide.upper = upper + (upper - lower)
    case .uniform:
      let half = 0.5 * (upper - lower)
      (wide.lower, wide.upper) = (lower - half, upper + half)
    case .logUniform:
      let factor = (upper / lower).squareRoot()
      (wide.lower, wide.upper) = (lower / factor, upper * factor)
    case .normal, .lognormal: return nil
    }
    return wide
  }

  /// Whether a posterior would go on where a wider range does.
  fileprivate func isMet(by known: QuantityPosterior, widening wide: FitRange) -> Bool {
    let low = known.median - 2 * (known.median - known.p025)
    let high = known.median + 2 * (known.p975 - known.median)
    return (wide.upper > upper && !(high < upper)) || (wide.lower < lower && !(low > lower))
  }
}
