import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Laws that add in quadrature, where the baryons pull outward.
@Suite("Baryons that pull outward", .limited)
struct OutwardBaryonsTests {
  static let names = ModelCatalogue.all.filter { $0.clampsTotal }.map { $0.card.name }

  static func law(_ name: String) throws -> any RotationLaw.Type {
    try #require(ModelCatalogue.law(named: name))
  }

  static func published(_ name: String) throws -> any RotationLaw.Type {
    let version = try #require(ModelCatalogue.versions(of: name).first)
    return try #require(ModelCatalogue.law(named: name, version: version))
  }

  static func point(_ square: Double) -> LawPoint<Double> {
    LawPoint(radius: 4, baryonSquare: square)
  }

  @Test(arguments: names)
  func takeTheirSquareFromTheTotal(_ name: String) throws {
    let law = try Self.law(name)
    let parameters = ParameterVector(law.card.example)
    let alone = law.speed(at: Self.point(0), parameters)
    let whole = law.speed(at: Self.point(-0.3 * alone * alone), parameters)
    #expect((whole * whole).isNear(0.7 * alone * alone, relative: 1e-14))
    var slopes = LawDerivatives<Double>()
    #expect(law.speed(at: Self.point(-2 * alone * alone), parameters, derivatives: &slopes) == 0)
    #expect(slopes.parameters == ParameterVector() && slopes.baryonSpeed == 0)
    #expect(slopes.baryonSquare == 0 && slopes.galaxy.length == 0)
  }

  @Test(arguments: names)
  func areSetToZeroInThePublishedVersion(_ name: String) throws {
    let (law, published) = (try Self.law(name), try Self.published(name))
    let parameters = ParameterVector(law.card.example)
    #expect(published.card.method.hasPrefix("v1_") && law.card.method.hasPrefix("v2_"))
    #expect(published.card.anchors.count == law.card.anchors.count)
    for square in [-900.0, -1, 0] {
      #expect(
        published.speed(at: Self.point(square), parameters)
          == published.speed(at: Self.point(0), parameters))
    }
    for square in [0, 30.0, 4000] {
      #expect(
        published.speed(at: Self.point(square), parameters)
          .isNear(law.speed(at: Self.point(square), parameters), relative: 1e-15))
    }
  }

  /// A galaxy whose gas pulls outward at its inner points.
  static func galaxy(_ generator: inout SplitMix64) -> MadeGalaxy {
    var galaxy = MadeGalaxy(points: 10, &generator)
    let inner = 1 + Int(4 * generator.uniform())
    for i in 0..<inner {
      galaxy.curve.gasSpeed[i] = -(10 + 60 * generator.uniform())
      galaxy.curve.diskSpeed[i] = 5
    }
    galaxy.curve.observedSpeed = (0..<10).map { index in
      index < inner && generator.uniform() < 0.3 ? 0 : 100 * generator.uniform()
    }
    return galaxy
  }

  @Test func leaveNoMinimumUnseen() throws {
    var generator = SplitMix64(seed: 3)
    var second = 0
    for _ in 0..<300 {
      let galaxy = Self.galaxy(&generator)
      let fit = try galaxy.fit(QuadratureTerm.self).get()
      let grid = (0...4000).map { 50 * Double($0) / 4000 }
      let values = grid.map { Self.chiSquared(of: galaxy, $0) }
      let best = try #require(values.min())
      #expect(fit.chiSquared <= best * (1 + 1e-12), "omega \(fit.quantities.law[0])")
      let minima = values.indices.dropFirst().dropLast().count {
        values[$0] < values[$0 - 1] && values[$0] < values[$0 + 1]
      }
      if minima > 1 { second += 1 }
    }
    #expect(second > 20, "\(second) curves with more than one minimum inside")
  }

  /// χ² of the quadrature term, from the definition.
  static func chiSquared(of galaxy: MadeGalaxy, _ omega: Double) -> Double {
    let (curve, ratios) = (galaxy.curve, (disk: 0.5, bulge: 0.7))
    return curve.radius.indices.reduce(0) { sum, i in
      func square(_ speed: Double) -> Double { speed.magnitude * speed }
      let baryons =
        square(curve.gasSpeed[i]) + ratios.disk * square(curve.diskSpeed[i])
        + ratios.bulge * square(curve.bulgeSpeed[i])
      let added = omega * curve.radius[i]
      let missing = curve.observedSpeed[i] - max(0, baryons + added * added).squareRoot()
      let pull = missing / curve.observedSpeedError[i]
      return sum + pull * pull
    }
  }

  @Test func countPointsWhoseTotalIsNegative() throws {
    var galaxy = MadeGalaxy(radius: [1, 2, 3, 4], observed: [0, 25, 30, 40])
    galaxy.curve.gasSpeed = [-60, -5, 5, 10]
    let fit = try galaxy.fit(QuadratureTerm.self).get()
    #expect(fit.clampedPoints == 1 && fit.status == .interior)
    let linear = try galaxy.fit(LinearTerm.self).get()
    #expect(linear.clampedPoints == 2)
  }

  @Test func haveNoErrorOnAKink() throws {
    // Standing gas in a hole: any speed there is too much, and the rest wants more.
    var galaxy = MadeGalaxy(radius: [1, 2, 3], observed: [0, 60, 90], errors: [0.01, 20, 20])
    galaxy.curve.gasSpeed = [-10, 0, 0]
    let fit = try galaxy.fit(QuadratureTerm.self).get()
    #expect(fit.quantities.law[0].isNear(10, relative: 1e-9))
    #expect(fit.errors.law[0].isNaN && fit.status == .unconstrained && fit.bounds.isEmpty)
  }
}
