import Numerics

/// A curve with its baryons, and the shapes of an Einasto halo over it at one place.
struct EinastoCurve {
  private struct Point {
    var radius = 0.0
    var start = 0.0
    var observed = 0.0
    var weight = 0.0
    var baryons = 0.0
    /// V²_halo over that at the outermost point, and the derivatives of its logarithm.
    var share = 0.0
    var slopes = PlaceSlopes()
  }

  private var points: [Point]
  private let hasOutward: Bool
  private var series = EinastoSeries()

  /// - Parameters:
  ///   - curve: The curve.
  ///   - baryons: V²_bary at the points; shape `[n]`.
  init(_ curve: HaloCurve, _ baryons: [Double]) {
    points = curve.radius.indices.map { i in
      Point(
        radius: curve.logRadius[i], start: curve.start[i], observed: curve.observed[i],
        weight: curve.weight[i], baryons: baryons[i])
    }
    hasOutward = curve.hasOutward
  }

  /// χ² of the baryons alone.
  var chiSquaredOfBaryons: Double {
    points.reduce(0) { sum, point in
      let residual = point.observed - max(point.baryons, 0).squareRoot()
      return sum + point.weight * residual * residual
    }
  }

  /// Takes a place, and one step of Newton's towards the best amplitude there.
  ///
  /// - Parameters:
  ///   - logPlace: ln z.
  ///   - alpha: α.
  ///   - amplitude: V²_halo at the outermost point to begin with.
  /// - Returns: The amplitude, and the profile at the outermost point.
  mutating func take(
    _ logPlace: Double, _ alpha: Double, from amplitude: Double
  ) -> (amplitude: Double, outermost: HaloProfile<Double>) {
    series.take(alpha, upTo: logPlace)
    let outermost = series.profile(at: logPlace)
    let (inverse, ends) = (1 / outermost.value, PlaceSlopes(outermost, alpha))
    var (pull, curvature) = (0.0, 0.0)
    for i in points.indices {
      let profile = series.profile(at: points[i].radius + logPlace)
      let share = points[i].start * (profile.value * inverse)
      points[i].share = share
      points[i].slopes = PlaceSlopes(profile, alpha) - ends
      let halo = amplitude * share
      let square = max(points[i].baryons + halo, 1e-20)
      let rate = 1 / square.squareRoot()
      let half = 0.5 * halo * rate
      let weighted = points[i].weight * half
      pull += weighted * (points[i].observed - square * rate)
      curvature += weighted * half * (points[i].observed * rate)
    }
    if hasOutward { return (settled(from: amplitude), outermost) }
    let target = amplitude + amplitude * (pull / curvature)
    let floor = 0.1 * amplitude
    return (target > floor ? target : floor, outermost)
  }

  /// The best amplitude at the place that was taken, where totals may be negative.
  private func settled(from start: Double) -> Double {
    var end = 0.0
    for point in points where point.weight > 0 {
      end = max(end, -point.baryons / max(point.share, 1e-300))
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
  func sums(at amplitude: Double) -> EinastoSums {
    var sums = EinastoSums()
    for point in points {
      let halo = amplitude * point.share
      let square = max(point.baryons + halo, 1e-20)
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
    return sums
  }
}
