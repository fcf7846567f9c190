import Galaxies
import Models
import Numerics
import TestKit
import Testing

@Suite("Fit status", .limited)
struct FitStatusTests {
  /// Twelve points without baryons from 1 to 12 kpc.
  static let galaxy = MadeGalaxy(
    radius: (1...12).map(Double.init), observed: (1...12).map { _ in 0.0 })

  /// Bounds that the truth of a made curve lies outside of, and the side of each parameter.
  struct BoundCase: CustomTestStringConvertible, Sendable {
    let law: any RotationLaw.Type
    let truth: [Double]
    let bounds: [ClosedRange<Double>]
    let sides: [BoundSides.Side?]
    let testDescription: String

    init(
      _ text: String, _ law: any RotationLaw.Type, _ truth: [Double],
      in bounds: [ClosedRange<Double>], _ sides: [BoundSides.Side?]
    ) {
      (self.law, self.truth, self.bounds, self.sides) = (law, truth, bounds, sides)
      testDescription = "\(law.card.name), \(text)"
    }
  }

  static let boundCases = [
    BoundCase("omega lower", LinearTerm.self, [-60], in: [-50...50], [.lower]),
    BoundCase("omega upper", LinearTerm.self, [60], in: [-50...50], [.upper]),
    BoundCase("omega upper", QuadratureTerm.self, [60], in: [-50...50], [.upper]),
    BoundCase("omega lower", QuadratureTerm.self, [4], in: [10...50], [.lower]),
    BoundCase(
      "omega lower", RationalTaper.self, [20, 4], in: [25...50, 0.1...50], [.lower, nil]),
    BoundCase("omega upper", RationalTaper.self, [20, 4], in: [0...15, 0.1...50], [.upper, nil]),
    BoundCase("r_t lower", RationalTaper.self, [20, 4], in: [0...50, 6...50], [nil, .lower]),
    BoundCase("r_t upper", RationalTaper.self, [20, 4], in: [0...50, 0.1...3], [nil, .upper]),
    BoundCase("both upper", RationalTaper.self, [20, 4], in: [0...8, 0.1...3], [.upper, .upper]),
    BoundCase("both lower", RationalTaper.self, [20, 4], in: [40...50, 6...9], [.lower, .lower]),
    BoundCase("v_max upper", TanhTaper.self, [80, 4], in: [0...60, 0.1...50], [.upper, nil]),
    BoundCase("r_t lower", TanhTaper.self, [80, 4], in: [0...500, 5...50], [nil, .lower]),
    BoundCase(
      "k upper", ScaledRationalTaper.self, [20, 4], in: [0...200, 0.1...2], [nil, .upper]),
  ]

  @Test(arguments: boundCases)
  func saysWhichBoundAParameterLiesOn(_ example: BoundCase) throws {
    let made = Self.galaxy.following(example.law, example.truth)
    let fit = try made.fit(example.law, in: example.bounds).get()
    #expect(fit.status == .atBound)
    for (index, range) in example.bounds.enumerated() {
      let side = fit.side(of: index)
      #expect(side == example.sides[index])
      let value = fit.quantities.law[index]
      #expect(fit.errors.law[index].isNaN)
      if side == nil { #expect(range.lowerBound < value && value < range.upperBound) }
      if side == .lower { #expect(value == range.lowerBound) }
      if side == .upper { #expect(value == range.upperBound) }
    }
  }

  @Test(arguments: ModelCatalogue.names)
  func isInteriorWhereTheCurveTellsEveryParameter(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var generator = SplitMix64(seed: 60)
    let galaxy = MadeGalaxy(points: 12, &generator)
    let truth = galaxy.parameters(of: law, &generator)
    let fit = try galaxy.following(law, truth).fit(law).get()
    #expect(fit.status == .interior)
    #expect(fit.bounds.isEmpty)
    for index in law.card.parameters.indices { #expect(fit.errors.law[index] > 0) }
  }

  @Test(arguments: DenseGrid.laws.map { $0.card.name })
  func isUnconstrainedWhereAnErrorExceedsTheWidthOfTheBounds(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var made = Self.galaxy.following(law, [20, 4])
    made.curve.observedSpeedError = made.curve.radius.map { _ in 1000 }
    let fit = try made.fit(law).get()
    #expect(fit.status == .unconstrained)
    #expect(fit.bounds.isEmpty)
    let widths = law.card.parameters.map { $0.bounds.upperBound - $0.bounds.lowerBound }
    #expect(fit.errors.law[0] > widths[0] || fit.errors.law[1] > widths[1])
  }

  @Test func givesAScaleNoValueWhereNothingIsAdded() throws {
    // The curve lies below the baryons, so the best amplitude is none.
    var made = Self.galaxy
    made.curve.diskSpeed = made.curve.radius.map { _ in 100 }
    made.curve.observedSpeed = made.curve.radius.map { _ in 40 }
    for law in DenseGrid.laws {
      let fit = try made.fit(law).get()
      #expect(fit.quantities.law[0] == 0)
      #expect(fit.quantities.law[1].isNaN && fit.errors.law[1].isNaN)
      #expect(fit.status == .atBound)
      #expect(fit.side(of: 0) == .lower && fit.side(of: 1) == nil)
      #expect(fit.chiSquared == made.chiSquared(of: law, [0, 1]))
    }
  }

  @Test func isUnconstrainedWhereAScaleHasNoValue() throws {
    for law in DenseGrid.laws {
      // A curve of baryons alone within bounds around zero, and an amplitude that is fixed at zero.
      let bounds = [[-50...50, 0.1...50], [0...0, 0.1...50]] as [[ClosedRange<Double>]]
      for bounds in bounds {
        let fit = try Self.galaxy.fit(law, in: bounds).get()
        #expect(fit.quantities.law[0] == 0)
        #expect(fit.quantities.law[1].isNaN)
        #expect(fit.status == .unconstrained)
      }
    }
  }

  @Test func doesNotCountAFixedParameterAsFree() throws {
    let made = Self.galaxy.following(RationalTaper.self, [20, 4])
    let fit = try made.fit(RationalTaper.self, in: [0...50, 5...5]).get()
    #expect(fit.quantities.law[1] == 5)
    #expect(fit.errors.law[1].isNaN)
    #expect(fit.status == .interior)
    #expect(fit.bounds.isEmpty)
    #expect(fit.degreesOfFreedom == 11)

    let all = try made.fit(RationalTaper.self, in: [20...20, 4...4]).get()
    #expect(all.chiSquared == 0 && all.degreesOfFreedom == 12 && all.status == .interior)
  }

  /// Bounds or a curve with which there is no fit.
  struct RefusedCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let law: any RotationLaw.Type
    var lower = [0.0, 0.1]
    var upper = [50.0, 50]
    var points = 12
    var diskScaleLength = 2.0
    var distance = 8.0
    var inclination = 60.0
    var freed: GalaxyParameter?
    var range = 0.1...0.9
    var prior = Prior.uniform
    var error = 1.0
    let reason: FitRefusal
  }

  static let refusedCases = [
    RefusedCase(
      testDescription: "two points, two parameters", law: TanhTaper.self, points: 2,
      reason: .tooFewPoints),
    RefusedCase(
      testDescription: "one point, one parameter", law: QuadratureTerm.self, points: 1,
      reason: .tooFewPoints),
    RefusedCase(
      testDescription: "no scale length", law: ScaledRationalTaper.self, diskScaleLength: .nan,
      reason: .missing("r_disk")),
    RefusedCase(
      testDescription: "a scale length of zero", law: ScaledRationalTaper.self, diskScaleLength: 0,
      reason: .missing("r_disk")),
    RefusedCase(
      testDescription: "an upper bound without value", law: RationalTaper.self,
      upper: [50, .nan], reason: .boundWithoutValue),
    RefusedCase(
      testDescription: "a lower bound without value", law: LinearTerm.self, lower: [.nan],
      reason: .boundWithoutValue),
    RefusedCase(
      testDescription: "an infinite bound", law: LinearTerm.self, upper: [.infinity],
      reason: .boundWithoutValue),
    RefusedCase(
      testDescription: "reversed bounds", law: TanhTaper.self, lower: [0, 60],
      reason: .reversedBounds),
    RefusedCase(
      testDescription: "a negative taper radius", law: RationalTaper.self, lower: [0, -1],
      reason: .boundOutsideDomain),
    RefusedCase(
      testDescription: "a taper radius of zero", law: TanhTaper.self, lower: [0, 0],
      upper: [50, 0], reason: .boundOutsideDomain),
    RefusedCase(
      testDescription: "a negative ratio", law: LinearTerm.self, freed: .upsilonGas,
      range: -0.1...1, reason: .galaxyBoundOutsideDomain),
    RefusedCase(
      testDescription: "an inclination beyond 90", law: LinearTerm.self, freed: .inclination,
      range: 50...91, reason: .galaxyBoundOutsideDomain),
    RefusedCase(
      testDescription: "a fixed distance of zero", law: LinearTerm.self, freed: .distance,
      range: 0...0, reason: .galaxyBoundOutsideDomain),
    RefusedCase(
      testDescription: "a prior without width", law: LinearTerm.self, freed: .distance,
      range: 1...20, prior: .normal(mean: 5, sigma: .nan), reason: .priorWithoutValue),
    RefusedCase(
      testDescription: "a prior that fixes a value out of bounds", law: LinearTerm.self,
      freed: .inclination, range: 30...50, prior: .normal(mean: 60, sigma: 0),
      reason: .priorOutsideBounds),
    RefusedCase(
      testDescription: "no distance", law: LinearTerm.self, distance: .nan, freed: .distance,
      range: 1...9, reason: .missing("distance")),
    RefusedCase(
      testDescription: "a fixed distance where the catalogue has none", law: LinearTerm.self,
      distance: .nan, freed: .distance, range: 5...5, reason: .missing("distance")),
    RefusedCase(
      testDescription: "no inclination", law: LinearTerm.self, inclination: .nan,
      freed: .inclination, range: 40...80, reason: .missing("inclination")),
    RefusedCase(
      testDescription: "two points, one parameter and a distance", law: LinearTerm.self,
      points: 2, freed: .distance, range: 1...9, reason: .tooFewPoints),
    RefusedCase(
      testDescription: "errors too small to be squared", law: LinearTerm.self, error: 1e-200,
      reason: .beyondNumbers),
    RefusedCase(
      testDescription: "a prior too narrow to be squared", law: LinearTerm.self, freed: .distance,
      range: 1...20, prior: .normal(mean: 5, sigma: 1e-155), reason: .beyondNumbers),
  ]

  @Test(arguments: refusedCases)
  func isRefusedWithItsReason(_ example: RefusedCase) {
    var galaxy = MadeGalaxy(
      radius: (1...example.points).map(Double.init),
      observed: (1...example.points).map { 10 * Double($0) + Double($0 % 2) },
      errors: (1...example.points).map { _ in example.error })
    galaxy.known.diskScaleLength = example.diskScaleLength
    (galaxy.known.distance, galaxy.known.inclination) = (example.distance, example.inclination)
    galaxy.curve.gasSpeed = galaxy.curve.radius.map { _ in 5 }
    var space = FitSpace(
      zip(example.lower, example.upper).map { FitRange($0, $1) }, MassToLight())
    if let freed = example.freed {
      space = space.freeing(freed, in: example.range, example.prior)
    }
    let result = galaxy.fit(example.law, in: space)
    guard case .failure(let reason) = result else {
      Issue.record("there is a fit")
      return
    }
    #expect(reason == example.reason)
  }

  @Test func isRefusedForEveryReasonInTheseTests() {
    #expect(Set(Self.refusedCases.map(\.reason)) == Set(FitRefusal.all(needing: [])))
  }

  @Test func needsOnePointMoreThanFreeParameters() throws {
    let galaxy = MadeGalaxy(radius: [1, 2], observed: [10, 15], diskScaleLength: .nan)
    #expect(try galaxy.fit(LinearTerm.self).get().degreesOfFreedom == 1)
    let fixed = try galaxy.fit(RationalTaper.self, in: [0...50, 4...4]).get()
    #expect(fixed.degreesOfFreedom == 1)
  }
}
