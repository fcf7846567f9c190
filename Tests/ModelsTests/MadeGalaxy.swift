import Galaxies
import Models
import Numerics

/// A galaxy of known parts, with a curve made from a law.
struct MadeGalaxy {
  /// What a catalogue says of it, and its curve: no number is missing.
  var known: Galaxy

  /// A galaxy with gas that has a central hole, a disk and sometimes a bulge.
  ///
  /// - Parameters:
  ///   - points: How many points the curve has.
  ///   - generator: Draws the sizes and speeds.
  init(points: Int, _ generator: inout SplitMix64) {
    let scale = 0.5 + 4 * generator.uniform()
    let (gas, disk) = (20 + 40 * generator.uniform(), 40 + 120 * generator.uniform())
    let bulge = generator.uniform() < 0.4 ? 60 * generator.uniform() : 0
    let radius = (1...points).map { scale * 6 * (Double($0) - 0.4) / Double(points) }
    self.init(
      RotationCurve(
        radius: radius, observedSpeed: [Double](repeating: 0, count: points),
        observedSpeedError: radius.map { _ in 1 + 5 * generator.uniform() },
        gasSpeed: radius.map { gas * ($0 / scale - 0.4) / ($0 / scale + 1) },
        diskSpeed: radius.map { disk * $0 / ($0 + scale) },
        bulgeSpeed: radius.map { bulge * scale / ($0 + scale) },
        diskSurfaceBrightness: [Double](repeating: .nan, count: points),
        bulgeSurfaceBrightness: [Double](repeating: .nan, count: points)), diskScaleLength: scale)
  }

  /// A galaxy without baryons.
  init(radius: [Double], observed: [Double], errors: [Double]? = nil, diskScaleLength: Double = 2) {
    let zero = radius.map { _ in 0.0 }
    self.init(
      RotationCurve(
        radius: radius, observedSpeed: observed,
        observedSpeedError: errors ?? radius.map { _ in 1 }, gasSpeed: zero, diskSpeed: zero,
        bulgeSpeed: zero, diskSurfaceBrightness: zero, bulgeSurfaceBrightness: zero),
      diskScaleLength: diskScaleLength)
  }

  private init(_ curve: RotationCurve, diskScaleLength: Double) {
    known = Galaxy(name: "made", curve: curve)
    for case let field? in GalaxyColumn.all.map(\.field) { known[keyPath: field] = 1 }
    (known.luminosity, known.hydrogenMass) = (12, 3)
    (known.distance, known.distanceError) = (8, 0.8)
    (known.inclination, known.inclinationError) = (60, 3)
    known.diskScaleLength = diskScaleLength
  }

  var curve: RotationCurve {
    get { known.curve }
    set { known.curve = newValue }
  }

  /// The speed due to the baryons, km/s.
  func baryonSpeed(_ ratios: MassToLight) -> [Double] {
    var speeds = [Double](repeating: 0, count: curve.count)
    _ = speeds.withUnsafeMutableBufferPointer { BaryonicSpeed.compute(curve, ratios, into: $0) }
    return speeds
  }

  /// The square of the speed due to the baryons, km²/s²; negative where they pull outward.
  func baryonSquare(_ ratios: MassToLight) -> [Double] {
    curve.radius.indices.map { i in
      func square(_ speed: Double) -> Double { speed.magnitude * speed }
      return ratios.gas * square(curve.gasSpeed[i]) + ratios.disk * square(curve.diskSpeed[i])
        + ratios.bulge * square(curve.bulgeSpeed[i])
    }
  }

  /// What a law may know of the galaxy as it is in the catalogue.
  func facts(_ ratios: MassToLight) -> GalaxyFacts<Double> {
    var facts = GalaxyFacts(of: known)
    let content = GalaxyContent(of: known)
    facts.stellarMass = ratios.disk * content.diskLight + ratios.bulge * content.bulgeLight
    facts.gasMass = ratios.gas * content.gasMass
    return facts
  }

  /// The speed that a law gives at every point, km/s.
  func speed(
    of law: any RotationLaw.Type, _ parameters: [Double], _ ratios: MassToLight
  ) -> [Double] {
    let facts = facts(ratios)
    return zip(curve.radius, baryonSquare(ratios)).map { radius, square in
      law.speed(
        at: LawPoint(radius: radius, baryonSquare: square, of: facts), ParameterVector(parameters))
    }
  }

  /// The same galaxy with the speeds of a law for observed ones.
  func following(
    _ law: any RotationLaw.Type, _ parameters: [Double], _ ratios: MassToLight = MassToLight()
  ) -> MadeGalaxy {
    var made = self
    made.curve.observedSpeed = speed(of: law, parameters, ratios)
    return made
  }

  /// The same galaxy with noise on its observed speeds, of a size relative to the errors.
  func disturbed(by size: Double, _ generator: inout SplitMix64) -> MadeGalaxy {
    var made = self
    for i in 0..<curve.count {
      made.curve.observedSpeed[i] += size * curve.observedSpeedError[i] * generator.normal()
    }
    return made
  }

  /// Fits a law within bounds; those of its card where none are given.
  func fit(
    _ law: any RotationLaw.Type, in bounds: [ClosedRange<Double>]? = nil,
    _ ratios: MassToLight = MassToLight()
  ) -> Result<CurveFit, FitRefusal> {
    let ranges = bounds ?? law.card.parameters.map(\.bounds)
    return fit(law, in: FitSpace(ranges.map { FitRange($0) }, ratios))
  }

  /// Fits a law in a space of the law's parameters and the galaxy's.
  func fit(
    _ law: any RotationLaw.Type, in space: FitSpace, with extras: FitExtras = []
  ) -> Result<CurveFit, FitRefusal> {
    law.fit(FitSubject(known), in: space, with: extras)
  }

  /// The space of a law with the bounds of its card, the galaxy as in the catalogue.
  func space(of law: any RotationLaw.Type) -> FitSpace {
    FitSpace(law.card.parameters.map { FitRange($0.bounds) }, MassToLight())
  }

  /// χ² of a law, term by term.
  func chiSquared(
    of law: any RotationLaw.Type, _ parameters: [Double], _ ratios: MassToLight = MassToLight()
  ) -> Double {
    let weight = WeightedCurve(curve).weight
    let speeds = speed(of: law, parameters, ratios)
    return curve.observedSpeed.indices.reduce(0) { sum, i in
      let residual = curve.observedSpeed[i] - speeds[i]
      return sum + weight[i] * residual * residual
    }
  }
}

extension CurveFit {
  /// The values of the parameters of a law.
  func values(of law: any RotationLaw.Type) -> [Double] {
    law.card.parameters.indices.map { quantities.law[$0] }
  }

  /// The bound that a parameter of the law lies on; `nil` for none.
  func side(of parameter: Int) -> BoundSides.Side? {
    BoundSides.Side.allCases.first { bounds.contains($0, of: .parameter(parameter)) }
  }
}
