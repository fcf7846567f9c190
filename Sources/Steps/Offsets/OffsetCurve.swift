import Galaxies
import Numerics

/// One galaxy prepared for offsets: everything that does not depend on the mass-to-light ratio.
///
/// A reference, since every unit looks at one and none changes it.
final class OffsetCurve: Sendable {
  let curve: RotationCurve
  /// What offsets need of each point; shape `[n]`.
  let points: [OffsetPoint]
  /// How many points move.
  let movingPoints: Int
  /// What the points that move tell, as long as all are valid.
  let whole: ValidPoints
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
  let isSquared: Bool
  /// The scale g† of the settings, m/s².
  let scale: Double
  /// Whether a bulge adds to V²_bary anywhere, so that its ratio matters.
  let hasBulge: Bool
  /// Whether the mean of two neighbouring radii is one of them, so close they are.
  let hasTouchingRadii: Bool

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
    scale = settings.scale
    points = curve.radius.indices.map {
      OffsetPoint($0, of: curve, isSquared: isSquared, scale: settings.scale)
    }
    hasBulge = points.contains { $0.bulge != 0 }
    hasTouchingRadii = zip(curve.radius, curve.radius.dropFirst()).contains { ($0 + $1) / 2 >= $1 }
    flatSpeed = galaxy.flatSpeed
    logFlatSpeed = Self.logarithm(galaxy.flatSpeed)
    logLuminosity = Self.logarithm(galaxy.luminosity)
    sharedVariance = Self.sharedVariance(of: galaxy)
    let area =
      galaxy.luminosity * 1e9 / (2 * Double.pi * max(galaxy.effectiveSurfaceBrightness, 1))
    effectiveRadius =
      galaxy.effectiveSurfaceBrightness.isNaN ? .nan : area.squareRoot() / 1000
    let moving = curve.radius.indices.filter { curve.observedSpeed[$0] != 0 }
    movingPoints = moving.count
    whole = ValidPoints(
      moving, of: curve, effectiveRadius: effectiveRadius, flatSpeed: flatSpeed)
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
  func squaredBaryons(_ i: Int, _ ratios: MassToLight) -> Double {
    let point = points[i]
    let sum = ratios.gas * point.gas + ratios.disk * point.disk + ratios.bulge * point.bulge
    return isSquared ? sum.magnitude : sum
  }

  /// The acceleration due to the baryons at one point, m/s².
  func baryonic(_ i: Int, _ ratios: MassToLight) -> Double {
    RadialAcceleration.centripetal(squaredSpeed: squaredBaryons(i, ratios), radius: radius[i])
  }
}
