import Numerics

/// A curve with its baryons, and the shapes of an Einasto halo over it at one place.
///
/// Points are side by side in eights, the last one repeated without weight; the lanes of a sum are
/// added at its end.
struct EinastoCurve {
  private struct Points {
    var radius = Lanes(0)
    var start = Lanes(0)
    var observed = Lanes(0)
    var weight = Lanes(0)
    var baryons = Lanes(0)
    /// V²_halo over that at the outermost point, and the derivatives of its logarithm.
    var share = Lanes(0)
    var slopes = PlaceSlopes<Lanes>()
  }

  private var points: [Points]
  private let hasOutward: Bool
  private var series = EinastoSeries()

  /// - Parameters:
  ///   - curve: The curve.
  ///   - baryons: V²_bary at the points; shape `[n]`.
  init(_ curve: HaloCurve, _ baryons: [Double]) {
    points = stride(from: 0, to: curve.count, by: 8).map { first in
      var points = Points()
      for lane in 0..<8 {
        let i = min(first + lane, curve.count - 1)
        points.radius[lane] = curve.logRadius[i]
        points.start[lane] = curve.start[i]
        points.observed[lane] = curve.observed[i]
        points.weight[lane] = first + lane == i ? curve.weight[i] : 0
        points.baryons[lane] = baryons[i]
      }
      return points
    }
    hasOutward = curve.hasOutward
  }

  /// χ² of the baryons alone.
  var chiSquaredOfBaryons: Double {
    var sum = Lanes(0)
    for points in points {
      let residual = points.observed - points.baryons.atLeast(0).squareRoot()
      sum += points.weight * residual * residual
    }
    return sum.sum()
  }

  /// Takes a place, and one step of Newton's towards the best amplitude there.
  ///
  /// - Parameters:
  ///   - logPlace: ln z.
  ///   - alpha: α.
  ///   - amplitude: V²_halo at the outermost point to begin with.
  ///   - concentrations: Two other radii in scale radii at which the profile is wanted.
  /// - Returns: The amplitude, and the profile at the outermost point and the other two.
  mutating func take(
    _ logPlace: Double, _ alpha: Double, from amplitude: Double,
    and concentrations: (low: Double, high: Double)
  ) -> (amplitude: Double, outermost: EinastoPlace, low: EinastoPlace, high: EinastoPlace) {
    var others = Lanes(logPlace)
    others[0] = concentrations.low > 0 ? Elementary.log(concentrations.low) : -1e4
    others[1] = concentrations.high > 0 ? Elementary.log(concentrations.high) : -1e4
    series.take(alpha, upTo: others.max())
    let wholes = series.profile(at: others)
    let wholeSlopes = PlaceSlopes(wholes, alpha)
    func whole(_ lane: Int) -> EinastoPlace {
      EinastoPlace(wholes.value[lane], wholeSlopes.lane(lane))
    }
    let outermost = whole(2)
    let (inverse, ends) = (1 / outermost.value, outermost.slopes.everywhere)
    var (pulls, curvatures) = (Lanes(0), Lanes(0))
    for i in points.indices {
      let profile = series.profile(at: points[i].radius + logPlace)
      let share = points[i].start * (profile.value * inverse)
      points[i].share = share
      points[i].slopes = PlaceSlopes(profile, alpha) - ends
      let halo: Lanes = amplitude * share
      let square: Lanes = (points[i].baryons + halo).atLeast(1e-20)
      let rate = 1 / square.squareRoot()
      let half = 0.5 * halo * rate
      let weighted = points[i].weight * half
      pulls += weighted * (points[i].observed - square * rate)
      curvatures += weighted * half * (points[i].observed * rate)
    }
    if hasOutward { return (settled(from: amplitude), outermost, whole(0), whole(1)) }
    let target = amplitude + amplitude * (pulls.sum() / curvatures.sum())
    let floor = 0.1 * amplitude
    return (target > floor ? target : floor, outermost, whole(0), whole(1))
  }

  /// The best amplitude at the place that was taken, where totals may be negative.
  private func settled(from start: Double) -> Double {
    var end = 0.0
    for points in points {
      let ends = -points.baryons / points.share.atLeast(1e-300)
      end = max(end, ends.replacing(with: 0, where: .!(points.weight .> 0)).max())
    }
    var amplitude = max(start, 1.001 * end)
    for _ in 0..<60 {
      let target = amplitude + amplitude * sums(at: amplitude).drift
      let floor = end + 0.1 * (amplitude - end)
      let next = target > floor ? target : floor
      let isDone = (next - amplitude).magnitude <= 1e-13 * amplitude
      amplitude = next
      if isDone { break }
    }
    return amplitude
  }

  /// The derivatives at an amplitude, at the place that was taken.
  func sums(at amplitude: Double) -> EinastoSums<Double> {
    var sums = EinastoSums<Lanes>()
    for point in points {
      let halo = amplitude * point.share
      let square = (point.baryons + halo).atLeast(1e-20)
      let speed = square.squareRoot()
      let rate = 1 / speed
      let half = 0.5 * halo * rate
      let residual = point.observed - speed
      let weighted = point.weight * residual
      let pull = weighted * half
      let curvature = point.weight * half * half * (point.observed * rate)
      let slopes = point.slopes
      let bent = curvature - pull
      let (mixedZ, mixedShape) = (bent * slopes.z, bent * slopes.shape)
      sums.chiSquared += weighted * residual
      sums.pull += pull
      sums.curvature += curvature
      sums.place.z -= pull * slopes.z
      sums.place.shape -= pull * slopes.shape
      sums.mixedZ += mixedZ
      sums.mixedShape += mixedShape
      sums.place.zz += mixedZ * slopes.z - pull * slopes.zz
      sums.place.both += mixedZ * slopes.shape - pull * slopes.both
      sums.place.shapes += mixedShape * slopes.shape - pull * slopes.shapes
    }
    return sums.added
  }
}
