import Foundation
import Models
import Numerics
import TestKit
import Testing

@Suite("Halo law", .limited)
struct HaloLawTests {
  static let laws = ModelCatalogue.all.compactMap { $0 as? any HaloLaw.Type }
  static let names = laws.map { $0.card.name }

  static func law(_ name: String) throws -> any HaloLaw.Type {
    try #require(laws.first { $0.card.name == name })
  }

  static func point(_ radius: Double, baryons: Double = 0) -> LawPoint<Double> {
    LawPoint(radius: radius, baryonSpeed: baryons)
  }

  static func parameters(_ v200: Double, _ c200: Double, alpha: Double = 0.17) -> ParameterVector {
    ParameterVector([v200, c200, alpha])
  }

  /// The rows that `halos.py` made, by law.
  static let rows: [String: [[Double]]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/halos.json").standardized
    let table = try? JSONDecoder().decode(
      [String: [[Double]]].self, from: Data(contentsOf: file))
    return table ?? [:]
  }()

  @Test func hasReferencesForFourHalos() {
    #expect(Self.names.count { Self.rows[$0] != nil } == 4)
  }

  @Test(arguments: names.filter { rows[$0] != nil })
  func agreesWithHighPrecision(_ name: String) throws {
    let law = try Self.law(name)
    for row in try #require(Self.rows[name]) {
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(
        at: Self.point(row[3], baryons: row[4]),
        Self.parameters(row[0], row[1], alpha: row[2]), derivatives: &derivatives)
      #expect(speed.isNear(row[5], relative: 1e-13), "\(row)")
      for k in 0..<law.card.parameters.count {
        #expect(
          derivatives.parameters[k].isNear(
            row[6 + k], relative: 1e-11, absolute: 2e-14 * speed / row[k]),
          "\(law.card.parameters[k].name) of \(row)")
      }
    }
  }

  @Test(arguments: names)
  func hasItsSpeedAtTheVirialRadius(_ name: String) throws {
    let law = try Self.law(name)
    for v200 in [10.0, 73, 500] {
      for c200 in [0, 1e-12, 0.01, 1, 12, 1000] {
        for alpha in [0, 0.05, 0.17, 1, 5] {
          let speed = law.speed(
            at: Self.point(v200 / 0.73), Self.parameters(v200, c200, alpha: alpha))
          #expect(speed.isNear(v200, relative: 1e-14))
        }
      }
    }
  }

  @Test(arguments: names)
  func joinsItsSeriesWithoutAStep(_ name: String) throws {
    let law = try Self.law(name)
    for x in [HaloSeries.end, 40, 90, 160] {
      let below = law.profile(at: x.nextDown, shape: 1)
      let above = law.profile(at: x.nextUp, shape: 1)
      #expect(below.value.isNear(above.value, relative: 1e-13))
      #expect(below.slope.isNear(above.slope, relative: 1e-12))
      #expect(below.shapeSlope.isNear(above.shapeSlope, relative: 1e-12))
    }
  }

  @Test(arguments: names)
  func startsWithThePowerOfItsCentre(_ name: String) throws {
    let law = try Self.law(name)
    // The speed of a core grows as R, that of a cusp of slope −1 as √R.
    let expected = 0.5 * Double(law.massPower - 1)
    for radius in [1e-12, 1e-9, 1e-6] {
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(
        at: Self.point(radius), Self.parameters(100, 10, alpha: 1.5), derivatives: &derivatives)
      #expect((derivatives.galaxy.length / speed).isNear(expected, relative: 1e-5))
    }
  }

  @Test func fallsFarOutsideAsItsDensityAsks() {
    func slope(_ law: any HaloLaw.Type) -> Double {
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(
        at: Self.point(1e7), Self.parameters(100, 10), derivatives: &derivatives)
      return derivatives.galaxy.length / speed
    }
    // With x = 730,000: V constant, √(ln x / x) twice, and √(1 / x) where the mass has an end.
    let logarithm = Elementary.log(730_000)
    #expect(slope(PseudoIsothermalHalo.self).isNear(0, absolute: 2e-6))
    #expect(slope(NFWHalo.self).isNear(0.5 / (logarithm - 1) - 0.5, relative: 1e-6))
    #expect(
      slope(BurkertHalo.self).isNear(0.5 / (logarithm - .pi / 4) - 0.5, relative: 1e-6))
    #expect(slope(EinastoHalo.self).isNear(-0.5, relative: 1e-5))
  }

  @Test(arguments: names)
  func reachesItsLimitWithoutConcentration(_ name: String) throws {
    let law = try Self.law(name)
    for radius in [0.1, 3, 40, 500] {
      let ratio = 0.73 * radius / 120
      let expected = 120 * (law.massPower == 2 ? ratio.squareRoot() : ratio)
      for alpha in [0.05, 0.17, 2] {
        var derivatives = LawDerivatives<Double>()
        let speed = law.speed(
          at: Self.point(radius), Self.parameters(120, 0, alpha: alpha), derivatives: &derivatives)
        #expect(speed.isNear(expected, relative: 1e-13))
        #expect((0..<3).allSatisfy { derivatives.parameters[$0].isFinite })
      }
      let almost = law.speed(at: Self.point(radius), Self.parameters(120, 1e-15, alpha: 2))
      #expect(almost.isNear(expected, relative: 1e-12))
    }
  }

  @Test(arguments: names)
  func hasDerivativesWhereThereIsNoSpeed(_ name: String) throws {
    let law = try Self.law(name)
    for (v200, c200, radius) in [(0.0, 5.0, 3.0), (100, 5, 0), (0, 0, 0), (0, 0, 4)] {
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(
        at: Self.point(radius), Self.parameters(v200, c200), derivatives: &derivatives)
      #expect(speed == 0)
      #expect((0..<3).allSatisfy { derivatives.parameters[$0].isFinite })
      #expect(derivatives.baryonSpeed == 1)
      #expect(derivatives.galaxy.length == 0)
    }
  }

  @Test func isFlatAtOnceForAnEinastoHaloWithoutSteepening() {
    // At the smallest shape the speed is V₂₀₀ up to a few parts in a hundred over decades.
    for radius in [1.0, 10, 100] {
      let speed = EinastoHalo.speed(at: Self.point(radius), Self.parameters(73, 10, alpha: 0))
      #expect(speed.isNear(73, relative: 0.1))
      #expect(
        speed == EinastoHalo.speed(at: Self.point(radius), Self.parameters(73, 10, alpha: 0.01)))
    }
  }
}
