import Galaxies
import Models
import Numerics

/// A galaxy with a curve that a law made, and noise.
enum MadeCurve {
  /// A galaxy with gas and a disk, without a bulge.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - parameters: Its parameters.
  ///   - points: How many points there are.
  ///   - noise: The error of each, km/s, and the size of the noise.
  /// - Returns: The galaxy.
  static func galaxy(
    _ law: any RotationLaw.Type, _ parameters: [Double], points: Int = 12, noise: Double = 3
  ) -> Galaxy {
    let radii = (1...points).map { 12 * (Double($0) - 0.5) / Double(points) }
    let (gas, disk) = (radii.map { 30 * $0 / ($0 + 4) }, radii.map { 90 * $0 / ($0 + 2) })
    var random = SplitMix64(seed: 31)
    let observed = zip(radii, zip(gas, disk)).map { radius, speeds in
      let square = speeds.0 * speeds.0 + 0.5 * speeds.1 * speeds.1
      let point = LawPoint(radius: radius, baryonSquare: square)
      return law.speed(at: point, ParameterVector(parameters)) + noise * random.normal()
    }
    let none = radii.map { _ in 0.0 }
    var galaxy = Galaxy(
      name: "made",
      curve: RotationCurve(
        radius: radii, observedSpeed: observed, observedSpeedError: radii.map { _ in noise },
        gasSpeed: gas, diskSpeed: disk, bulgeSpeed: none, diskSurfaceBrightness: none,
        bulgeSurfaceBrightness: none))
    (galaxy.distance, galaxy.distanceError) = (8, 0.8)
    (galaxy.inclination, galaxy.inclinationError) = (60, 4)
    return galaxy
  }
}
