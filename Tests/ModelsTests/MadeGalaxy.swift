import Galaxies
import Models
import Numerics

/// A galaxy of known parts, with a curve made from a law.
struct MadeGalaxy {
  var curve: RotationCurve
  var diskScaleLength: Double
  var distance = 8.0
  var distanceError = 0.8
  var inclination = 60.0
  var inclinationError = 3.0

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
    diskScaleLength = scale
    curve = RotationCurve(
      radius: radius, observedSpeed: [Double](repeating: 0, count: points),
      observedSpeedError: radius.map { _ in 1 + 5 * generator.uniform() },
      gasSpeed: radius.map { gas * ($0 / scale - 0.4) / ($0 / scale + 1) },
      diskSpeed: radius.map { disk * $0 / ($0 + scale) },
      bulgeSpeed: radius.map { bulge * scale / ($0 + scale) },
      diskSurfaceBrightness: [Double](repeating: .nan, count: points),
      bulgeSurfaceBrightness: [Double](repeating: .nan, count: points))
  }

  /// A galaxy without baryons.
  init(radius: [Double], observed: [Double], errors: [Double]? = nil, diskScaleLength: Double = 2) {
    let zero = radius.map { _ in 0.0 }
    self.diskScaleLength = diskScaleLength
    curve = RotationCurve(
      radius: radius, observedSpeed: observed,
      observedSpeedError: errors ?? radius.map { _ in 1 }, gasSpeed: zero, diskSpeed: zero,
      bulgeSpeed: zero, diskSurfaceBrightness: zero, bulgeSurfaceBrightness: zero)
  }

  /// The speed due to the baryons, km/s.
  func baryonSpeed(_ ratios: MassToLight) -> [Double] {
    var speeds = [Double](repeating: 0, count: curve.count)
    _ = speeds.withUnsafeMutableBufferPointer { BaryonicSpeed.compute(curve, ratios, into: $0) }
    return speeds
  }

  /// The speed that a law gives at every point, km/s.
  func speed(
    of law: any RotationLaw.Type, _ parameters: [Double], _ ratios: MassToLight
  ) -> [Double] {
    zip(curve.radius, baryonSpeed(ratios)).map { radius, baryons in
      law.speed(
        at: LawPoint(radius: radius, baryonSpeed: baryons, diskScaleLength: diskScaleLength),
        ParameterVector(parameters))
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
    return fit(
      law, lower: ranges.map(\.lowerBound), upper: ranges.map(\.upperBound), ratios)
  }

  /// Fits a law within bounds that may be senseless.
  func fit(
    _ law: any RotationLaw.Type, lower: [Double], upper: [Double],
    _ ratios: MassToLight = MassToLight()
  ) -> Result<CurveFit, FitRefusal> {
    fit(law, in: FitSpace(law, (ParameterVector(lower), ParameterVector(upper)), ratios))
  }

  /// Fits a law in a space of the law's parameters and the galaxy's.
  func fit(_ law: any RotationLaw.Type, in space: FitSpace) -> Result<CurveFit, FitRefusal> {
    var galaxy = Galaxy(name: "made", curve: curve)
    galaxy.diskScaleLength = diskScaleLength
    galaxy.distance = distance
    galaxy.inclination = inclination
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: curve.count) { scratch in
      law.fit(FitSubject(galaxy), in: space, scratch: scratch)
    }
  }

  /// The space of a law with the bounds of its card, the galaxy as in the catalogue.
  func space(of law: any RotationLaw.Type) -> FitSpace {
    let bounds = law.card.parameters.map(\.bounds)
    return FitSpace(
      law,
      (
        ParameterVector(bounds.map(\.lowerBound)), ParameterVector(bounds.map(\.upperBound))
      ), MassToLight())
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
    law.card.parameters.indices.map { parameters[$0] }
  }
}
