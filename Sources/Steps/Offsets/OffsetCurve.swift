import Galaxies
import Numerics

/// One galaxy prepared for offsets: everything that does not depend on the mass-to-light ratio.
///
/// A reference, since every unit looks at one and none changes it.
final class OffsetCurve: Sendable {
  let curve: RotationCurve
  /// log₁₀ of the observed acceleration in m/s²; −∞ where it is zero; shape `[n]`.
  let logObserved: [Double]
  /// What each component adds to V²_bary per unit of its ratio, km²/s²; shape `[n]`.
  let gas: [Double]
  let disk: [Double]
  let bulge: [Double]
  /// V_gas² and V_disk² whatever the sign, km²/s²; shape `[n]`.
  let squaredGas: [Double]
  let squaredDisk: [Double]
  /// Speed of the flat part, km/s; NaN where missing.
  let flatSpeed: Double
  /// log₁₀ of it, and of the luminosity in 1e9 L☉; NaN where there is none.
  let logFlatSpeed: Double
  let logLuminosity: Double
  /// Half-light radius from luminosity and effective surface brightness, kpc.
  let effectiveRadius: Double
  /// The part of the variance of g_obs over g_obs² that all points share; NaN where not known.
  let sharedVariance: Double
  /// Whether the absolute value of V²_bary counts.
  private let isSquared: Bool

  /// Prepares a galaxy.
  ///
  ///     r_eff = √(L / (2π max(SB_eff, 1)))
  ///
  /// with L in L☉ and SB_eff in L☉/pc².
  init(_ galaxy: Galaxy, _ settings: OffsetSettings) {
    let curve = galaxy.curve
    let isSquared = settings.gasSign == .squared
    self.isSquared = isSquared
    self.curve = curve
    logObserved = zip(curve.observedSpeed, curve.radius).map {
      Elementary.log10(RadialAcceleration.centripetal(squaredSpeed: $0 * $0, radius: $1))
    }
    func squared(_ speeds: [Double], signed: Bool) -> [Double] {
      speeds.map { signed ? $0.magnitude * $0 : $0 * $0 }
    }
    gas = squared(curve.gasSpeed, signed: !isSquared)
    disk = squared(curve.diskSpeed, signed: !isSquared)
    bulge = squared(curve.bulgeSpeed, signed: !isSquared)
    squaredGas = squared(curve.gasSpeed, signed: false)
    squaredDisk = squared(curve.diskSpeed, signed: false)
    flatSpeed = galaxy.flatSpeed
    logFlatSpeed = Self.logarithm(galaxy.flatSpeed)
    logLuminosity = Self.logarithm(galaxy.luminosity)
    sharedVariance = Self.sharedVariance(of: galaxy)
    let area =
      galaxy.luminosity * 1e9 / (2 * Double.pi * max(galaxy.effectiveSurfaceBrightness, 1))
    effectiveRadius =
      galaxy.effectiveSurfaceBrightness.isNaN ? .nan : area.squareRoot() / 1000
  }

  /// log₁₀ of a positive number; NaN of others, which are no measurement.
  private static func logarithm(_ value: Double) -> Double {
    value > 0 ? Elementary.log10(value) : .nan
  }

  /// Distance from the centre, kpc; shape `[n]`.
  var radius: [Double] { curve.radius }

  /// Observed speed, km/s; shape `[n]`.
  var observedSpeed: [Double] { curve.observedSpeed }

  /// Whether the catalogue has what the predictors need.
  var isComplete: Bool {
    flatSpeed > 0 && logLuminosity.isFinite && effectiveRadius.isFinite
  }

  /// V²_bary at one point, km²/s².
  @inline(__always)
  func squaredBaryons(_ i: Int, _ ratios: MassToLight) -> Double {
    let sum = ratios.gas * gas[i] + ratios.disk * disk[i] + ratios.bulge * bulge[i]
    return isSquared ? sum.magnitude : sum
  }

  /// The acceleration due to the baryons at one point, m/s².
  @inline(__always)
  func baryonic(_ i: Int, _ ratios: MassToLight) -> Double {
    RadialAcceleration.centripetal(squaredSpeed: squaredBaryons(i, ratios), radius: radius[i])
  }

  /// Whether both accelerations of a point are positive.
  @inline(__always)
  func isValid(_ i: Int, _ ratios: MassToLight) -> Bool {
    squaredBaryons(i, ratios) > 0 && observedSpeed[i] != 0
  }
}
