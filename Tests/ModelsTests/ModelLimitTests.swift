import Galaxies
import Models
import Numerics
import TestKit
import Testing

@Suite("Limit of a law", .limited)
struct ModelLimitTests {
  /// A limit that a card declares.
  struct Case: CustomTestStringConvertible, Sendable {
    let law: any RotationLaw.Type
    let limit: ModelCard.Limit
    var testDescription: String { "\(law.card.name) at \(limit.bound)" }
  }

  static let cases = ModelCatalogue.all.flatMap { law in
    law.card.limits.map { Case(law: law, limit: $0) }
  }

  @Test func isDeclaredOfTapersAndCores() {
    func declared(_ law: String) -> [String] {
      Self.cases.filter { $0.limit.law == law }.map { $0.law.card.name }.sorted()
    }
    #expect(declared("linear") == ["rational-taper", "rational-taper-kRd", "tanh-taper"])
    #expect(declared("quadrature") == ["burkert", "pseudo-isothermal"])
  }

  @Test(arguments: cases)
  func isWhereCurvesOfTheOtherLawEnd(_ example: Case) throws {
    let (law, limit) = (example.law, example.limit)
    let other = try #require(ModelCatalogue.law(named: limit.law))
    let position = try #require(law.card.parameters.firstIndex { $0.name == limit.parameter })
    var generator = SplitMix64(seed: 91)
    let amplitudes = other.card.example.map { 0.2 * $0 }
    let galaxy = MadeGalaxy(points: 20, &generator).following(other, amplitudes)

    let bounds = law.card.parameters.map(\.bounds)
    let fit = try galaxy.fit(law, in: bounds).get()
    for index in bounds.indices {
      #expect(fit.side(of: index) == (index == position ? limit.side : nil))
    }
    // The wider the bounds are, the nearer the law comes to the other one.
    let wide = bounds.map { $0.lowerBound...(1e3 * $0.upperBound) }
    let wider = try galaxy.fit(law, in: wide).get()
    #expect(fit.chiSquared > 0 && wider.chiSquared < 1e-3 * fit.chiSquared)
  }
}
