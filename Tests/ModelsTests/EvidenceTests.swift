import Galaxies
import Models
import Numerics
import TestKit
import Testing

@Suite("Evidence by Laplace's method", .limited)
struct EvidenceTests {
  /// Speeds of a disk with a ratio near one half, measured to half a percent.
  static let galaxy: MadeGalaxy = {
    var galaxy = MadeGalaxy(
      radius: [1, 2, 3, 4], observed: [42.6, 56.3, 70.9, 77.6], errors: [0.2, 0.3, 0.4, 0.3])
    galaxy.curve.diskSpeed = [60, 80, 100, 110]
    return galaxy
  }()

  static func problem(_ space: FitSpace, _ galaxy: MadeGalaxy = galaxy) throws -> JointProblem {
    let (law, subject) = (LinearTerm.self, FitSubject(galaxy.known))
    return JointProblem(subject, try ResolvedSpace(law, law.card, subject, space), law.card)
  }

  /// The integral of a function by Simpson's rule.
  static func integral(
    from lower: Double, through upper: Double, of function: (Double) -> Double
  ) -> Double {
    let count = 2000
    let step = (upper - lower) / Double(count)
    let sum = (0...count).reduce(0.0) { sum, i in
      let weight = i == 0 || i == count ? 1.0 : i % 2 == 0 ? 2 : 4
      return sum + weight * function(lower + Double(i) * step)
    }
    return sum * step / 3
  }

  /// −2 ln of the normalisation of the speeds, by hand.
  static func normaliser(_ galaxy: MadeGalaxy) -> Double {
    galaxy.curve.observedSpeedError.reduce(0) {
      $0 + Elementary.log(2 * Double.pi * $1 * $1)
    }
  }

  /// A prior of the disk's ratio with its bounds.
  struct Case: CustomTestStringConvertible, Sendable {
    let prior: Prior
    let bounds: ClosedRange<Double>
    /// From the coordinate of the density to the quantity, and back.
    let quantity: @Sendable (Double) -> Double
    let coordinate: @Sendable (Double) -> Double
    var testDescription: String { "\(prior) in \(bounds)" }

    init(_ prior: Prior, in bounds: ClosedRange<Double>) {
      (self.prior, self.bounds) = (prior, bounds)
      switch prior {
      case .uniform, .normal: (quantity, coordinate) = ({ $0 }, { $0 })
      case .logUniform:
        (quantity, coordinate) = ({ Elementary.exp($0) }, { Elementary.log($0) })
      case .lognormal:
        (quantity, coordinate) = ({ Elementary.exp10($0) }, { Elementary.log10($0) })
      }
    }
  }

  static let cases = [
    Case(.uniform, in: 0.1...2), Case(.logUniform, in: 0.02...3),
    Case(.normal(mean: 0.5, sigma: 0.05), in: 0.1...2),
    Case(.normal(mean: 0.4, sigma: 0.1), in: 0.45...0.8),
    Case(.normal(mean: -0.3, sigma: 0.1), in: 0.4...2),
    Case(.lognormal(median: 0.5, dex: 0.1), in: 0...100),
    Case(.lognormal(median: 0.4, dex: 0.05), in: 0.45...0.6),
  ]

  @Test(arguments: cases)
  func agreesWithIntegration(_ example: Case) throws {
    let law = LinearTerm.self
    let space = FitSpace([FitRange(fixed: 0)], MassToLight())
      .freeing(.upsilonDisk, in: example.bounds, example.prior)
    let problem = try Self.problem(space)
    let fit = try Self.galaxy.fit(law, in: space).get()
    let best = fit.chiSquared + fit.priorTerm
    var place = Quantities(repeating: 0)
    (place.galaxy.distance, place.galaxy.inclination) = (8, 60)
    (place.galaxy.upsilonGas, place.galaxy.upsilonBulge) = (1, 0.7)
    let (low, high) = (
      example.coordinate(max(example.bounds.lowerBound, 0.001)),
      example.coordinate(example.bounds.upperBound)
    )
    let centre = example.coordinate(fit.quantities.galaxy.upsilonDisk)
    let peak = Self.integral(from: max(low, centre - 0.05), through: min(high, centre + 0.05)) {
      place.galaxy.upsilonDisk = example.quantity($0)
      return Elementary.exp(0.5 * (best - law.sum(over: problem, at: place).value))
    }
    let prior = Self.integral(from: low, through: high) { u in
      let residual = example.prior.residual(example.quantity(u)).value
      return Elementary.exp(-0.5 * residual * residual)
    }
    let expected =
      best + Self.normaliser(Self.galaxy) - 2 * Elementary.log(peak) + 2 * Elementary.log(prior)
    #expect(fit.status == .interior)
    #expect(fit.laplace.isNear(expected, absolute: 1e-3))
    let lower = example.bounds.lowerBound
    #expect(
      example.prior.logIntegral(from: lower, through: example.bounds.upperBound)
        .isNear(Elementary.log(prior), absolute: 1e-6))
  }

  @Test func isExactWhereTheSpeedIsLinear() throws {
    // One amplitude between bounds far away: the peak is a normal distribution.
    let galaxy = MadeGalaxy(radius: [1, 2, 3], observed: [20, 44, 61], errors: [1, 2, 1])
    let fit = try galaxy.fit(LinearTerm.self).get()
    let curvature = 1.0 + 4.0 / 4 + 9
    let expected =
      fit.chiSquared + Self.normaliser(galaxy) + 2 * Elementary.log(100)
      + Elementary.log(curvature) - Elementary.log(2 * .pi)
    #expect(fit.laplace.isNear(expected, relative: 1e-8))
    // A law with nothing free has the probability of its speeds for evidence.
    let fixed = try galaxy.fit(LinearTerm.self, in: [21...21]).get()
    #expect(fixed.laplace.isNear(fixed.chiSquared + Self.normaliser(galaxy), relative: 1e-12))
  }

  @Test func agreesWithIntegrationOverTwoQuantities() throws {
    let law = LinearTerm.self
    let space = FitSpace([FitRange(-50, 50)], MassToLight())
      .freeing(.upsilonDisk, in: 0.1...2, .lognormal(median: 0.5, dex: 0.02))
    let problem = try Self.problem(space)
    let fit = try Self.galaxy.fit(law, in: space).get()
    let best = fit.chiSquared + fit.priorTerm
    var place = Quantities(repeating: 0)
    (place.galaxy.distance, place.galaxy.inclination) = (8, 60)
    let centre = Elementary.log10(fit.quantities.galaxy.upsilonDisk)
    let omega = fit.quantities.law[0]
    var total = 0.0
    let (rows, step) = (400, 0.3 / 400)
    for row in 0...rows {
      place.galaxy.upsilonDisk = Elementary.exp10(centre - 0.15 + Double(row) * step)
      total +=
        step
        * Self.integral(from: omega - 8, through: omega + 8) {
          place.law[0] = $0
          return Elementary.exp(0.5 * (best - law.sum(over: problem, at: place).value))
        }
    }
    let prior = 0.02 * (2 * Double.pi).squareRoot()
    let expected =
      best + Self.normaliser(Self.galaxy) - 2 * Elementary.log(total)
      + 2 * Elementary.log(prior) + 2 * Elementary.log(100)
    #expect(fit.laplace.isNear(expected, absolute: 0.02))
  }

  @Test func countsHalfOfAPeakEdgeOn() throws {
    var galaxy = Self.galaxy
    galaxy.known.inclination = 90
    galaxy.curve.observedSpeed = galaxy.curve.diskSpeed.map { $0 * 0.5.squareRoot() }
    let space = FitSpace([FitRange(fixed: 0)], MassToLight())
      .freeing(.inclination, in: 60...90, .normal(mean: 90, sigma: 0.4))
    let problem = try Self.problem(space, galaxy)
    var place = Quantities(repeating: 0)
    (place.galaxy.distance, place.galaxy.inclination) = (8, 90)
    (place.galaxy.upsilonDisk, place.galaxy.upsilonGas) = (0.5, 1)
    let found = LinearTerm.laplace(of: problem, at: place)
    let peak = Self.integral(from: 86, through: 90) {
      place.galaxy.inclination = $0
      return Elementary.exp(-0.5 * LinearTerm.sum(over: problem, at: place).value)
    }
    let area = 0.4 * (2 * Double.pi).squareRoot() / 2
    let expected = Self.normaliser(galaxy) - 2 * Elementary.log(peak) + 2 * Elementary.log(area)
    #expect(found.isNear(expected, absolute: 1e-3))
  }

  @Test func isMissingWhereTheFitIsNotInterior() throws {
    let law = RationalTaper.self
    let galaxy = MadeGalaxy(radius: [1, 2, 3, 4], observed: [20, 40, 60, 80])
    let bounded = try galaxy.fit(law).get()
    #expect(bounded.status == .atBound && bounded.laplace.isNaN)
    let none = MadeGalaxy(radius: [1, 2, 3, 4], observed: [0, 0, 0, 0])
    let nothing = try none.fit(law).get()
    #expect(nothing.status != .interior && nothing.laplace.isNaN)
  }
}
