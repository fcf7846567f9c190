import Numerics

/// Which lane of a joint problem has which part in the formulas of a halo.
struct HaloRoles {
  /// The lanes of v200 and c200.
  let speed: Int
  let concentration: Int
  /// The third parameter of the card, fixed; zero for a halo without one.
  let shape: Double
  /// The lanes of the ratios of gas, disk and bulge; -1 for one that is fixed.
  let ratios: SIMD4<Int>
  /// The fixed ratios, in the order of their lanes.
  let fixedRatios: SIMD4<Double>
  /// The lanes of distance and inclination; -1 where fixed.
  let distance: Int
  let inclination: Int
  let fixedDistance: Double
  let fixedInclination: Double

  /// The parts in a problem; `nil` where a parameter of the halo is fixed, or more than two are
  /// free.
  init?(_ problem: JointProblem, parameters: Int) {
    let lanes = problem.lanes
    guard let speed = lanes.lane(of: .parameter(0)),
      let concentration = lanes.lane(of: .parameter(1)),
      !(2..<max(2, parameters)).contains(where: { lanes.lane(of: .parameter($0)) != nil })
    else { return nil }
    let corner = problem.quantities(at: .zero)
    (self.speed, self.concentration, shape) = (speed, concentration, corner.law[2])
    func lane(_ parameter: GalaxyParameter) -> Int { lanes.lane(of: .galaxy(parameter)) ?? -1 }
    ratios = SIMD4(lane(.upsilonGas), lane(.upsilonDisk), lane(.upsilonBulge), -1)
    fixedRatios = SIMD4(
      corner.galaxy.upsilonGas, corner.galaxy.upsilonDisk, corner.galaxy.upsilonBulge, 0)
    (distance, inclination) = (lane(.distance), lane(.inclination))
    (fixedDistance, fixedInclination) = (corner.galaxy.distance, corner.galaxy.inclination)
  }

  /// The ratio of gas, disk or bulge at some values by lane.
  @inline(__always)
  func ratio(_ component: Int, _ values: SIMD8<Double>) -> Double {
    ratios[component] < 0 ? fixedRatios[component] : values[ratios[component]]
  }

  @inline(__always)
  func distance(_ values: SIMD8<Double>) -> Double {
    distance < 0 ? fixedDistance : values[distance]
  }

  @inline(__always)
  func inclination(_ values: SIMD8<Double>) -> Double {
    inclination < 0 ? fixedInclination : values[inclination]
  }
}
