import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits in which the galaxy varies with the law.
@Suite("Joint fit", .limited)
struct JointFitTests {
  static let names = ["linear", "quadrature", "rational-taper", "tanh-taper", "burkert", "nfw"]

  /// A galaxy with disk, gas and bulge that follows a law to within its errors.
  static func made(_ law: any RotationLaw.Type, noise: Double = 1, seed: UInt64 = 60) -> MadeGalaxy
  {
    var generator = SplitMix64(seed: seed)
    var galaxy = MadeGalaxy(points: 20, &generator)
    let scale = galaxy.diskScaleLength
    galaxy.curve.bulgeSpeed = galaxy.curve.radius.map { 40 * scale / ($0 + scale) }
    let truth: [Double] =
      switch law.card.name {
      case "burkert", "nfw": [120, 9]
      case "tanh-taper": [90, 4]
      default: [20, 4]
      }
    return galaxy.following(law, truth).disturbed(by: noise, &generator)
  }

  static func law(_ name: String) throws -> any RotationLaw.Type {
    try #require(ModelCatalogue.law(named: name))
  }

  /// The same galaxy at another distance and inclination, with its scaling done by hand.
  static func moved(_ galaxy: MadeGalaxy, distance: Double, inclination: Double) -> MadeGalaxy {
    let length = distance / galaxy.distance
    let degree = 0.017453292519943295
    let tilt =
      Elementary.sin(galaxy.inclination * degree) / Elementary.sin(inclination * degree)
    var other = galaxy
    other.curve.radius = galaxy.curve.radius.map { $0 * length }
    other.diskScaleLength *= length
    other.curve.observedSpeed = galaxy.curve.observedSpeed.map { $0 * tilt }
    other.curve.observedSpeedError = galaxy.curve.observedSpeedError.map { $0 * tilt }
    let root = length.squareRoot()
    other.curve.gasSpeed = galaxy.curve.gasSpeed.map { $0 * root }
    other.curve.diskSpeed = galaxy.curve.diskSpeed.map { $0 * root }
    other.curve.bulgeSpeed = galaxy.curve.bulgeSpeed.map { $0 * root }
    return other
  }

  @Test(arguments: names)
  func scalesTheGalaxyWithDistanceAndInclination(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.made(law)
    let space = galaxy.space(of: law).fixing(.distance, of: law, at: 9.1)
      .fixing(.inclination, of: law, at: 71)
    let fit = try galaxy.fit(law, in: space).get()
    let other = try Self.moved(galaxy, distance: 9.1, inclination: 71)
      .fit(law, in: galaxy.space(of: law)).get()
    #expect(fit.chiSquared.isNear(other.chiSquared, relative: 1e-9))
    #expect(fit.rmse.isNear(other.rmse, relative: 1e-6))
    #expect(fit.outerRMSE.isNear(other.outerRMSE, relative: 1e-6))
    #expect(fit.degreesOfFreedom == other.degreesOfFreedom)
    #expect(fit.status == other.status && fit.priorTerm == 0)
    for index in law.card.parameters.indices {
      #expect(fit.parameters[index].isNear(other.parameters[index], relative: 1e-6))
      #expect(fit.errors[index].isNear(other.errors[index], relative: 1e-5))
    }
  }

  @Test(arguments: names)
  func findsEverythingThatMadeTheCurve(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.made(law, noise: 0)
    let space = galaxy.space(of: law)
      .freeing(.upsilonDisk, of: law, in: 0.1...2, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.upsilonGas, of: law, .lognormal(median: 1, dex: 0.1))
      .freeing(.distance, of: law, .normal(mean: 8, sigma: 1))
      .freeing(.inclination, of: law, .normal(mean: 60, sigma: 5))
    let fit = try galaxy.fit(law, in: space).get()
    let first = law.card.parameters.count
    #expect(fit.chiSquared + fit.priorTerm < 1e-9)
    #expect(fit.parameters[first].isNear(0.5, relative: 1e-4))
    #expect(fit.parameters[first + 1] == 0.7)
    #expect(fit.parameters[first + 2].isNear(1, relative: 1e-4))
    #expect(fit.parameters[first + 3].isNear(8, relative: 1e-4))
    #expect(fit.parameters[first + 4].isNear(60, relative: 1e-4))
    #expect(fit.degreesOfFreedom == 20 - first - 4)
    #expect(fit.bic == fit.chiSquared + Double(first + 4) * Elementary.log(20))
    #expect(fit.aic == fit.chiSquared + 2 * Double(first + 4))
  }

  @Test(arguments: names)
  func takesNoWidthForAFixedValue(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.made(law)
    let plain = galaxy.space(of: law)
    for (parameter, value) in [(GalaxyParameter.upsilonDisk, 0.62), (.distance, 8), (.distance, 7)]
    {
      let bounds = plain.fixing(parameter, of: law, at: value)
      let normal = plain.freeing(parameter, of: law, .normal(mean: value, sigma: 0))
      let lognormal = plain.freeing(parameter, of: law, .lognormal(median: value, dex: 0))
      let both = plain.freeing(
        parameter, of: law, in: value...value, .normal(mean: 2 * value, sigma: 1))
      let expected = try galaxy.fit(law, in: bounds).get()
      for space in [normal, lognormal, both] {
        let fit = try galaxy.fit(law, in: space).get()
        #expect(fit.chiSquared == expected.chiSquared && fit.priorTerm == 0)
        #expect(fit.values(of: law) == expected.values(of: law))
        #expect(fit.degreesOfFreedom == expected.degreesOfFreedom)
        #expect(fit.status == expected.status && fit.bounds == expected.bounds)
      }
    }
  }

  @Test func leavesOutTheRatioOfWhatAGalaxyDoesNotHave() throws {
    var galaxy = Self.made(LinearTerm.self)
    galaxy.curve.bulgeSpeed = galaxy.curve.radius.map { _ in 0 }
    let law = LinearTerm.self
    let plain = galaxy.space(of: law).freeing(.upsilonDisk, of: law, in: 0.1...2)
    let freed = plain.freeing(.upsilonBulge, of: law, .lognormal(median: 0.7, dex: 0.1))
    let (one, other) = (try galaxy.fit(law, in: plain).get(), try galaxy.fit(law, in: freed).get())
    #expect(other.parameters[2].isNaN && other.errors[2].isNaN)
    #expect(other.chiSquared == one.chiSquared && other.priorTerm == 0)
    #expect(other.degreesOfFreedom == one.degreesOfFreedom && other.status == one.status)
  }

  @Test func drawsAnErrorFromDataAndPrior() throws {
    // Without gas and bulge V = √Υ V_disk, and nothing else is free.
    var galaxy = MadeGalaxy(
      radius: [1, 2, 3, 4], observed: [41, 62, 69, 81], errors: [2, 3, 2, 4])
    galaxy.curve.diskSpeed = [60, 80, 100, 110]
    let law = LinearTerm.self
    let space = FitSpace(law, (ParameterVector(), ParameterVector()), MassToLight())
      .freeing(.upsilonDisk, of: law, .normal(mean: 0.6, sigma: 0.03))
    let fit = try galaxy.fit(law, in: space).get()
    let upsilon = fit.parameters[1]
    var (curvature, slope) = (1 / (0.03 * 0.03), (0.6 - upsilon) / (0.03 * 0.03))
    for i in 0..<4 {
      let error = galaxy.curve.observedSpeedError[i]
      let derivative = galaxy.curve.diskSpeed[i] / (2 * upsilon.squareRoot())
      let residual =
        galaxy.curve.observedSpeed[i] - upsilon.squareRoot() * galaxy.curve.diskSpeed[i]
      curvature += derivative * derivative / (error * error)
      slope += residual * derivative / (error * error)
    }
    #expect(abs(slope / curvature) < 1e-7)
    #expect(fit.errors[1].isNear((1 / curvature).squareRoot(), relative: 1e-9))
    let pull = (upsilon - 0.6) / 0.03
    #expect(fit.priorTerm.isNear(pull * pull, relative: 1e-12))
    #expect(fit.status == .interior && fit.degreesOfFreedom == 3)
  }

  @Test func endsAtTheBoundThatCutsAPriorOff() throws {
    // The curve asks for an inclination beyond 90 degrees: it is too fast for its galaxy.
    let law = LinearTerm.self
    var galaxy = Self.made(law)
    galaxy.inclination = 60
    galaxy.curve.observedSpeed = galaxy.curve.observedSpeed.map { 1.3 * $0 }
    let space = FitSpace(law, (ParameterVector([20]), ParameterVector([20])), MassToLight())
      .freeing(.inclination, of: law, in: 40...80, .normal(mean: 60, sigma: 30))
    let fit = try galaxy.fit(law, in: space).get()
    #expect(fit.parameters[5] == 80 && fit.errors[5].isNaN)
    #expect(fit.status == .atBound && fit.bounds == 0b10 << 10)
    #expect(fit.priorTerm.isNear(4.0 / 9))
  }

  @Test(arguments: names)
  func knowsTheSlopesOfItsSum(_ name: String) throws {
    let law = try Self.law(name)
    let made = Self.made(law)
    var galaxy = Galaxy(name: "made", curve: made.curve)
    (galaxy.diskScaleLength, galaxy.distance) = (made.diskScaleLength, made.distance)
    galaxy.inclination = made.inclination
    let space = made.space(of: law)
      .freeing(.upsilonDisk, of: law, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.upsilonBulge, of: law).freeing(.distance, of: law)
      .freeing(.upsilonGas, of: law, .lognormal(median: 1, dex: 0.1))
      .freeing(.inclination, of: law, .normal(mean: 60, sigma: 5))
    let subject = FitSubject(galaxy)
    let resolved = try ResolvedSpace(law, law.card, subject, space)
    let point = SIMD8([30.0, 5].prefix(law.card.parameters.count) + [0.4, 0.9, 1.2, 7, 66])
    subject.withProblem(resolved, law.card) { problem, _ in
      let sum = law.sum(over: problem, at: point)
      for i in 0..<(law.card.parameters.count + 5) {
        let numeric = RotationLawTests.derivative(
          of: { value in
            var shifted = point
            shifted[i] = value
            return law.sum(over: problem, at: shifted).value
          }, at: point[i], step: 0.002 * point[i])
        #expect((-2 * sum.descent[i]).isNear(numeric, relative: 1e-7), "\(i)")
      }
    }
  }
}

extension SIMD8<Double> {
  /// Up to eight numbers, then zeros.
  fileprivate init(_ values: some Collection<Double>) {
    self.init(repeating: 0)
    for (index, value) in values.enumerated() { self[index] = value }
  }
}
