import Numerics
import TestKit
import Testing

@Suite("Information criterion", .limited)
struct InformationCriterionTests {
  static func measures(points: Double = 20, free: Double = 3) -> InformationCriterion.Measures {
    .init(chiSquared: 25, priorTerm: 4, points: points, free: free, laplace: 61)
  }

  @Test func isAsPublished() {
    let fit = Self.measures()
    #expect(InformationCriterion.bic.value(of: fit).isNear(25 + 3 * Elementary.log(20)))
    #expect(InformationCriterion.aic.value(of: fit) == 31)
    // 2 · 3 · 4 / (20 − 3 − 1)
    #expect(InformationCriterion.aicc.value(of: fit) == 32.5)
    #expect(InformationCriterion.mapBIC.value(of: fit).isNear(29 + 3 * Elementary.log(20)))
    #expect(InformationCriterion.laplace.value(of: fit) == 61)
  }

  @Test func hasNoCorrectionForSoFewPoints() {
    #expect(InformationCriterion.aicc.value(of: Self.measures(points: 4)).isNaN)
    #expect(InformationCriterion.aicc.value(of: Self.measures(points: 3)).isNaN)
    #expect(InformationCriterion.aicc.value(of: Self.measures(points: 5)) == 25 + 6 + 24)
    #expect(InformationCriterion.aic.value(of: Self.measures(points: 4)) == 31)
  }

  @Test func isMissingWhereThereIsNoFit() {
    let none = InformationCriterion.Measures(
      chiSquared: .nan, priorTerm: .nan, points: 4, free: .nan, laplace: .nan)
    for criterion in InformationCriterion.allCases { #expect(criterion.value(of: none).isNaN) }
  }

  @Test func hasWordsOnlyWhereItStandsForABayesFactor() {
    #expect(InformationCriterion.allCases.filter(\.isBayesian) == [.bic, .mapBIC, .laplace])
    #expect(InformationCriterion.allCases.filter(\.countsPriors) == [.mapBIC, .laplace])
  }
}
