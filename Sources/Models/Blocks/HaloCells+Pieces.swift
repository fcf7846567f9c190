import Numerics

/// Galaxies whose gas pulls outward somewhere.
///
/// Where a total is negative there is no speed. At one scale radius χ² is convex in the amplitude
/// between the places where totals pass zero, with a minimum in each such piece at most.
extension HaloCells {
  /// One cell with points whose baryons pull outward: the minima of all pieces.
  func pieces(_ baryons: [Double]) -> (speed: Double, concentration: Double) {
    let outward = baryons.indices.filter { baryons[$0] < 0 }
    var best = (chiSquared: Double.infinity, virial: (speed: 0.0, concentration: 0.0))
    for moving in 0...outward.count {
      let minima = (0..<nodes.count).map { minimum(at: $0, baryons, outward, moving) }
      let starts = nodes.tasks(
        minima.map(\.chiSquared), minima.map(\.amplitude),
        turns: (range.lowerTurn, range.upperTurn))
      for start in starts {
        guard let node = nodes.places.firstIndex(of: start.start) else { continue }
        follow(start, minima[node].still, baryons, &best)
      }
    }
    return best.virial
  }

  /// The minimum of a piece at a node.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - baryons: V²_bary at the points; shape `[n]`.
  ///   - outward: The points where it is negative.
  ///   - moving: How many of those have a speed in the piece.
  /// - Returns: χ², infinite where the piece has no minimum of its own, V²_halo at the outermost
  ///   point, and the points without a speed.
  private func minimum(
    at node: Int, _ baryons: [Double], _ outward: [Int], _ moving: Int
  ) -> (chiSquared: Double, amplitude: Double, still: [Int]) {
    let (block, lane) = (node / 8, node % 8)
    let shapes = curve.radius.indices.map { nodes.shapes[block * curve.count + $0][lane] }
    // Where totals pass zero, from small to large amplitudes.
    let kinks = outward.map { (amplitude: -baryons[$0] / max(shapes[$0], 1e-300), point: $0) }
      .sorted { ($0.amplitude, $0.point) < ($1.amplitude, $1.point) }
    let still = kinks[moving...].map(\.point)
    let start = moving == 0 ? 0 : kinks[moving - 1].amplitude
    let end = moving == kinks.count ? .infinity : kinks[moving].amplitude
    let (low, high) = (nodes.lowest[block][lane], nodes.highest[block][lane])
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
    return (chiSquared(of: baryons, amplitude) { shapes[$0] }, amplitude, still)
  }

  /// Follows a search with some points held without a speed; goes on where others have none.
  private func follow(
    _ start: HaloTask, _ still: [Int], _ baryons: [Double],
    _ best: inout (chiSquared: Double, virial: (speed: Double, concentration: Double))
  ) {
    var (still, task) = (still, start)
    for _ in 0..<4 {
      var tasks = [[task]]
      let minimum = search(
        curve.without(still), baryons, &tasks, pack: { $0(0) }, lane: { number, _ in number })
      let outermost = Law.profile(at: minimum.place, shape: shape).value
      func share(_ i: Int) -> Double {
        curve.start[i]
          * (Law.profile(at: curve.radius[i] * minimum.place, shape: shape).value / outermost)
      }
      let chiSquared = chiSquared(of: baryons, minimum.amplitude, share)
      if chiSquared < best.chiSquared {
        best = (chiSquared, minimum.virial(in: range, shape: shape))
      }
      let found = baryons.indices.filter { baryons[$0] + minimum.amplitude * share($0) <= 0 }
      if found == still.sorted() { return }
      still = found
      task.start = min(max(minimum.place, task.lower), task.upper)
      task.amplitude = minimum.amplitude
    }
  }

  /// χ² of one cell.
  private func chiSquared(
    of baryons: [Double], _ amplitude: Double, _ share: (Int) -> Double
  ) -> Double {
    var sum = 0.0
    for i in baryons.indices {
      let square = baryons[i] + amplitude * share(i)
      let residual = curve.observed[i] - max(square, 0).squareRoot()
      sum += curve.weight[i] * residual * residual
    }
    return sum
  }
}
