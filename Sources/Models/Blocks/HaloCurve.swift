import Numerics

/// A curve as the search for a halo looks at it, radii in units of the outermost.
struct HaloCurve: Sendable {
  /// The outermost radius, kpc.
  let outer: Double
  /// Radii over the outermost, their logarithms, and their powers with which the square of the
  /// speed starts at the centre; shape `[n]`.
  let radius: [Double]
  let logRadius: [Double]
  let start: [Double]
  /// Observed speeds, km/s, and their weights; shape `[n]`.
  let observed: [Double]
  private(set) var weight: [Double]
  /// The logarithm of the innermost radius that is not zero, over the outermost.
  let logInner: Double

  /// The curve; none where the search does not take it: without an extent, with speeds that are
  /// negative or no numbers, or without weights.
  ///
  /// - Parameters:
  ///   - points: The points of the curve, innermost first.
  ///   - massPower: The power with which the mass of the halo starts.
  init?(_ points: [CurvePoint], massPower: Int) {
    guard let outer = points.last?.radius, outer > 0, outer < 1e6 else { return nil }
    for point in points {
      guard 0 <= point.radius, point.radius <= outer, 0 <= point.observed,
        point.observed < 1e6, 0 < point.weight, point.weight < 1e30
      else { return nil }
    }
    self.outer = outer
    radius = points.map { $0.radius / outer }
    logRadius = radius.map { $0 > 0 ? Elementary.log($0) : -100 }
    start = radius.map { massPower == 3 ? $0 * $0 : $0 }
    observed = points.map(\.observed)
    weight = points.map(\.weight)
    // The outermost radius is not zero.
    logInner = logRadius[radius.firstIndex { $0 > 0 } ?? radius.count - 1]
  }

  /// Whether any total may be negative.
  private(set) var hasOutward = false

  /// How many points there are.
  var count: Int { radius.count }

  /// The same curve for a cell in which baryons pull outward, some points held without a speed.
  func without(_ still: [Int]) -> HaloCurve {
    var other = self
    other.hasOutward = true
    for point in still { other.weight[point] = 0 }
    return other
  }
}
