import Numerics

extension HaloNodes {
  /// The minimum of a piece at a node.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - curve: The curve.
  ///   - baryons: V²_bary at the points; shape `[n]`.
  ///   - outward: The points where it is negative.
  ///   - moving: How many of those have a speed in the piece.
  /// - Returns: χ², infinite where the piece has no minimum of its own, V²_halo at the outermost
  ///   point, and the points without a speed.
  func minimum(
    at node: Int, _ curve: HaloCurve, _ baryons: [Double], _ outward: [Int], _ moving: Int
  ) -> (chiSquared: Double, amplitude: Double, still: [Int]) {
    let (block, lane) = (node / 8, node % 8)
    let shapes = curve.radius.indices.map { self.shapes[block * curve.count + $0][lane] }
    // Where totals pass zero, from small to large amplitudes.
    let kinks = outward.map { (amplitude: -baryons[$0] / max(shapes[$0], 1e-300), point: $0) }
      .sorted { ($0.amplitude, $0.point) < ($1.amplitude, $1.point) }
    let still = kinks[moving...].map(\.point)
    let start = moving == 0 ? 0 : kinks[moving - 1].amplitude
    let end = moving == kinks.count ? .infinity : kinks[moving].amplitude
    let (low, high) = (limits[block].low[lane], limits[block].high[lane])
    guard start <= high, low <= end else { return (.infinity, low, still) }
    let points = curve.without(still)
    var amplitude = min(max(low, 1.1 * start, 0.5 * min(end, high, 1e5)), high)
    for _ in 0..<60 {
      var (slope, bend) = (0.0, 0.0)
      for i in 0..<points.count where points.weight[i] > 0 {
        let square = max(baryons[i] + amplitude * shapes[i], 1e-20)
        let ratio = points.observed[i] / square.squareRoot()
        slope += points.weight[i] * shapes[i] * (1 - ratio)
        bend += points.weight[i] * shapes[i] * shapes[i] * (ratio / square)
      }
      let target = amplitude - 2 * slope / bend
      let floor = start + 0.1 * (amplitude - start)
      let next = min(max(target > floor ? target : floor, low), high, end)
      let isDone = (next - amplitude).magnitude <= 1e-12 * amplitude
      amplitude = next
      if isDone { break }
    }
    // At its end a piece falls on into the next.
    guard amplitude < end else { return (.infinity, amplitude, still) }
    return (curve.chiSquared(of: baryons, amplitude) { shapes[$0] }, amplitude, still)
  }
}

extension HaloCurve {
  /// χ² of one cell.
  func chiSquared(
    of baryons: [Double], _ amplitude: Double, _ share: (Int) -> Double
  ) -> Double {
    var sum = 0.0
    for i in baryons.indices {
      let square = baryons[i] + amplitude * share(i)
      let residual = observed[i] - max(square, 0).squareRoot()
      sum += weight[i] * residual * residual
    }
    return sum
  }
}
