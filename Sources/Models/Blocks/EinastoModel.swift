import Numerics

/// Half of χ² near a place, over ln z and ln α: along the best amplitudes, or along a bound.
///
/// Beyond the bound χ² is larger than for the best amplitude, by far more than the quadratic says,
/// so that a step ends there.
struct EinastoModel {
  let chiSquared: Double
  let amplitude: Double
  /// Where the amplitude is held by the lower bound or the upper one.
  let isLow: Bool
  let isHigh: Bool
  /// The derivatives on the way of the amplitude, and those of the nearer bound's logarithm.
  let slopes: PlaceSlopes<Double>
  let limit: PlaceSlopes<Double>
  /// The change of the amplitude's logarithm to its best value, and its derivatives on its way.
  let drift: Double
  private let follow: (z: Double, shape: Double)
  /// The logarithm of the best amplitude over the bound, and its derivatives; zero on a bound.
  private let gap: Double
  private let gapSlope: (z: Double, shape: Double)
  /// ∂²/∂A² times A².
  private let curvature: Double

  /// - Parameters:
  ///   - sums: The derivatives.
  ///   - amplitude: V²_halo at the outermost point.
  ///   - low: Its lower bound.
  ///   - high: Its upper bound.
  init(_ sums: EinastoSums<Double>, at amplitude: Double, _ low: EinastoLimit, _ high: EinastoLimit)
  {
    (chiSquared, self.amplitude) = (sums.chiSquared, amplitude)
    isLow = amplitude <= low.amplitude && sums.pull <= 0
    isHigh = amplitude >= high.amplitude && sums.pull >= 0
    let (above, below) = (amplitude / low.amplitude, high.amplitude / amplitude)
    let isLower = isLow || (!isHigh && above < below)
    limit = isLower ? low.slopes : high.slopes
    let free = sums.follow
    let isHeld = isLow || isHigh
    slopes = isHeld ? sums.along(limit) : sums.free
    drift = isHeld ? 0 : sums.drift
    follow = isHeld ? (limit.z, limit.shape) : free
    gap = isHeld ? 0 : isLower ? Elementary.log(above) : -Elementary.log(below)
    gapSlope = (free.z - limit.z, free.shape - limit.shape)
    curvature = sums.curvature
  }

  var isHeld: Bool { isLow || isHigh }

  /// The part of a way that leads to a bound, and a little beyond; one where none is met.
  ///
  /// - Parameters:
  ///   - z: The change of ln z.
  ///   - shape: The change of ln α.
  /// - Returns: The part.
  func part(of z: Double, _ shape: Double) -> Double {
    let change = gapSlope.z * z + gapSlope.shape * shape
    guard gap * (gap + change) < 0 else { return 1 }
    return min(1, (1.05 * gap.magnitude + 1e-9) / change.magnitude)
  }

  /// The derivatives, at this place, of what χ² follows beyond the bound, where the bound holds the
  /// amplitude.
  var beyond: PlaceSlopes<Double> {
    var beyond = slopes
    beyond.z += curvature * gap * gapSlope.z
    beyond.shape += curvature * gap * gapSlope.shape
    beyond.zz += curvature * gapSlope.z * gapSlope.z
    beyond.both += curvature * gapSlope.z * gapSlope.shape
    beyond.shapes += curvature * gapSlope.shape * gapSlope.shape
    return beyond
  }

  /// How much larger than χ² that is at this place.
  var excess: Double { curvature * gap * gap }

  /// The amplitude after a step.
  func amplitude(after z: Double, _ shape: Double) -> Double {
    let change = drift + follow.z * z + follow.shape * shape
    return amplitude * (1 + min(max(change, -0.9), 9))
  }
}
