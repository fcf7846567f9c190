import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits in which the galaxy varies with the law.
@Suite("Joint fit", .limited)
struct JointFitTests {
  static let names = ModelCatalogue.names

  /// A galaxy with disk, gas and bulge that follows a law to within its errors.
  static func made(_ law: any RotationLaw.Type, noise: Double = 1, seed: UInt64 = 60) -> MadeGalaxy
  {
    var generator = SplitMix64(seed: seed)
    var galaxy = MadeGalaxy(points: 20, &generator)
    let scale = galaxy.known.diskScaleLength
    galaxy.curve.bulgeSpeed = galaxy.curve.radius.map { 40 * scale / ($0 + scale) }
    return galaxy.following(law, law.card.example).disturbed(by: noise, &generator)
  }

  /// The space of a law with the bounds of its card; parameters that find no room beside some
  /// quantities of the galaxy are fixed at those of the example.
  static func space(of law: any RotationLaw.Type, beside count: Int) -> FitSpace {
    let ranges = zip(law.card.parameters, law.card.example).enumerated().map { position, known in
      position < FreeLanes.capacity - count
        ? FitRange(known.0.bounds) : FitRange(fixed: known.1)
    }
    return FitSpace(ranges, MassToLight())
  }

  static func law(_ name: String) throws -> any RotationLaw.Type {
    try #require(ModelCatalogue.law(named: name))
  }

  /// The same galaxy at another distance and inclination, with its scaling done by hand.
  static func moved(_ galaxy: MadeGalaxy, distance: Double, inclination: Double) -> MadeGalaxy {
    let length = distance / galaxy.known.distance
    let degree = 0.017453292519943295
    let tilt =
      Elementary.sin(galaxy.known.inclination * degree) / Elementary.sin(inclination * degree)
    var other = galaxy
    for column in GalaxyColumn.all {
      guard let field = column.field else { continue }
      switch column.unit {
      case "kpc": other.known[keyPath: field] *= length
      case "1e9 solLum", "1e9 solMass": other.known[keyPath: field] *= length * length
      case "km / s": other.known[keyPath: field] *= tilt
      default: break
      }
    }
    other.curve.radius = galaxy.curve.radius.map { $0 * length }
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
    let space = galaxy.space(of: law).fixing(.distance, at: 9.1)
      .fixing(.inclination, at: 71)
    let fit = try galaxy.fit(law, in: space).get()
    let other = try Self.moved(galaxy, distance: 9.1, inclination: 71)
      .fit(law, in: galaxy.space(of: law)).get()
    #expect(fit.chiSquared.isNear(other.chiSquared, relative: 1e-9))
    #expect(fit.rmse.isNear(other.rmse, relative: 1e-6))
    #expect(fit.outerRMSE.isNear(other.outerRMSE, relative: 1e-6))
    #expect(fit.degreesOfFreedom == other.degreesOfFreedom)
    #expect(fit.status == other.status && fit.priorTerm == 0)
    for index in law.card.parameters.indices {
      #expect(fit.quantities.law[index].isNear(other.quantities.law[index], relative: 1e-6))
      #expect(fit.errors.law[index].isNear(other.errors.law[index], relative: 1e-5))
    }
  }

  @Test(arguments: names)
  func findsEverythingThatMadeTheCurve(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.made(law, noise: 0)
    let space = Self.space(of: law, beside: 4)
      .freeing(.upsilonDisk, in: 0.1...2, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.upsilonGas, .lognormal(median: 1, dex: 0.1))
      .freeing(.distance, .normal(mean: 8, sigma: 1))
      .freeing(.inclination, .normal(mean: 60, sigma: 5))
    let fit = try galaxy.fit(law, in: space).get()
    let (found, free) = (fit.quantities.galaxy, min(8, law.card.parameters.count + 4))
    #expect(fit.chiSquared + fit.priorTerm < 1e-9)
    #expect(found.upsilonDisk.isNear(0.5, relative: 1e-4))
    #expect(found.upsilonBulge == 0.7)
    #expect(found.upsilonGas.isNear(1, relative: 1e-4))
    #expect(found.distance.isNear(8, relative: 1e-4))
    #expect(found.inclination.isNear(60, relative: 1e-4))
    #expect(fit.degreesOfFreedom == 20 - free)
  }

  @Test(arguments: names)
  func takesNoWidthForAFixedValue(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.made(law)
    let plain = galaxy.space(of: law)
    for (parameter, value) in [(GalaxyParameter.upsilonDisk, 0.62), (.distance, 8), (.distance, 7)]
    {
      let bounds = plain.fixing(parameter, at: value)
      let normal = plain.freeing(parameter, .normal(mean: value, sigma: 0))
      let lognormal = plain.freeing(parameter, .lognormal(median: value, dex: 0))
      let both = plain.freeing(
        parameter, in: value...value, .normal(mean: 2 * value, sigma: 1))
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

  /// A prior that is flat in the logarithm adds nothing to χ², so that the best place is the same;
  /// where a law has a direct way there, it is gone, to the bit.
  @Test(arguments: names)
  func isTheSamePlaceForAPriorThatIsFlatInTheLogarithm(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.made(law)
    var space = galaxy.space(of: law)
    for position in law.card.parameters.indices {
      space.law[position].lower = max(space.law[position].lower, 1e-3 * space.law[position].upper)
    }
    var flat = space
    for position in law.card.parameters.indices { flat.law[position].prior = .logUniform }
    let (one, other) = (try galaxy.fit(law, in: space).get(), try galaxy.fit(law, in: flat).get())
    #expect(other.chiSquared.isNear(one.chiSquared, relative: 1e-9, absolute: 1e-12))
    #expect(other.priorTerm == 0 && other.status == one.status && other.bounds == one.bounds)
    let isDirect = DenseGrid.laws.contains { $0.card.name == name }
    if isDirect { #expect(other.values(of: law) == one.values(of: law)) }

    let freed = space.freeing(.upsilonDisk, in: 0.1...2)
    let logarithmic = space.freeing(.upsilonDisk, in: 0.1...2, .logUniform)
    let (wanted, found) = (
      try galaxy.fit(law, in: freed).get(), try galaxy.fit(law, in: logarithmic).get()
    )
    #expect(found.chiSquared.isNear(wanted.chiSquared, relative: 1e-9, absolute: 1e-12))
    #expect(found.priorTerm == 0 && found.degreesOfFreedom == wanted.degreesOfFreedom)
  }

  @Test func leavesOutTheRatioOfWhatAGalaxyDoesNotHave() throws {
    var galaxy = Self.made(LinearTerm.self)
    galaxy.curve.bulgeSpeed = galaxy.curve.radius.map { _ in 0 }
    let law = LinearTerm.self
    let plain = galaxy.space(of: law).freeing(.upsilonDisk, in: 0.1...2)
    let freed = plain.freeing(.upsilonBulge, .lognormal(median: 0.7, dex: 0.1))
    let (one, other) = (try galaxy.fit(law, in: plain).get(), try galaxy.fit(law, in: freed).get())
    #expect(other.quantities.galaxy.upsilonBulge.isNaN && other.errors.galaxy.upsilonBulge.isNaN)
    #expect(other.chiSquared == one.chiSquared && other.priorTerm == 0)
    #expect(other.degreesOfFreedom == one.degreesOfFreedom && other.status == one.status)
  }

  @Test func drawsAnErrorFromDataAndPrior() throws {
    // Without gas and bulge V = √Υ V_disk, and nothing else is free.
    var galaxy = MadeGalaxy(
      radius: [1, 2, 3, 4], observed: [41, 62, 69, 81], errors: [2, 3, 2, 4])
    galaxy.curve.diskSpeed = [60, 80, 100, 110]
    let law = LinearTerm.self
    let space = FitSpace([FitRange(fixed: 0)], MassToLight())
      .freeing(.upsilonDisk, .normal(mean: 0.6, sigma: 0.03))
    let fit = try galaxy.fit(law, in: space).get()
    let upsilon = fit.quantities.galaxy.upsilonDisk
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
    #expect(fit.errors.galaxy.upsilonDisk.isNear((1 / curvature).squareRoot(), relative: 1e-9))
    let pull = (upsilon - 0.6) / 0.03
    #expect(fit.priorTerm.isNear(pull * pull, relative: 1e-12))
    #expect(fit.status == .interior && fit.degreesOfFreedom == 3)
  }

  @Test func endsAtTheBoundThatCutsAPriorOff() throws {
    // The curve asks for an inclination beyond 90 degrees: it is too fast for its galaxy.
    let law = LinearTerm.self
    var galaxy = Self.made(law)
    galaxy.known.inclination = 60
    galaxy.curve.observedSpeed = galaxy.curve.observedSpeed.map { 1.3 * $0 }
    let space = FitSpace([FitRange(fixed: 20)], MassToLight())
      .freeing(.inclination, in: 40...80, .normal(mean: 60, sigma: 30))
    let fit = try galaxy.fit(law, in: space).get()
    #expect(fit.quantities.galaxy.inclination == 80 && fit.errors.galaxy.inclination.isNaN)
    #expect(fit.status == .atBound && fit.bounds.contains(.upper, of: .galaxy(.inclination)))
    #expect(fit.priorTerm.isNear(4.0 / 9))
  }

  @Test(arguments: names)
  func knowsTheSlopesOfItsSum(_ name: String) throws {
    let law = try Self.law(name)
    let made = Self.made(law)
    let space = Self.space(of: law, beside: 5)
      .freeing(.upsilonDisk, .normal(mean: 0.5, sigma: 0.2))
      .freeing(.upsilonBulge).freeing(.distance)
      .freeing(.upsilonGas, .lognormal(median: 1, dex: 0.1))
      .freeing(.inclination, .normal(mean: 60, sigma: 5))
    let subject = FitSubject(made.known)
    let resolved = try ResolvedSpace(law, law.card, subject, space)
    let problem = JointProblem(subject, resolved, law.card)
    var point = Quantities(
      law: ParameterVector(law.card.example.map { 1.2 * $0 }), galaxy: GalaxyValues(repeating: 0))
    (point.galaxy.upsilonDisk, point.galaxy.upsilonBulge, point.galaxy.upsilonGas) = (0.4, 0.9, 1.2)
    (point.galaxy.distance, point.galaxy.inclination) = (7, 66)
    let sum = law.sum(over: problem, at: point)
    let free = law.card.quantities.filter { space[$0].lower < space[$0].upper }
    #expect(problem.lanes.indices.map { problem.lanes[$0] } == free)
    for (lane, quantity) in free.enumerated() {
      let numeric = RotationLawTests.derivative(
        of: { value in
          var shifted = point
          shifted[quantity] = value
          return law.sum(over: problem, at: shifted).value
        }, at: point[quantity], step: 0.002 * point[quantity])
      #expect((-2 * sum.descent[lane]).isNear(numeric, relative: 1e-7), "\(quantity)")
    }
  }
}
