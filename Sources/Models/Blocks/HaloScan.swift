import Numerics

/// The best halo at a node: V²_halo at the outermost point, χ², and its derivative by ln z.
struct HaloScan {
  let amplitude: Lanes
  let chiSquared: Lanes
  let slope: Lanes

  /// Newton's way to the best amplitude, with χ² as its last step foretells it.
  ///
  /// χ² is convex in the amplitude where no total is negative, because −√ is, so that a step cannot
  /// mislead. It is cut where it would leave less than a tenth.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - start: Where to begin.
  ///   - limits: The bounds, positive.
  ///   - shape: V²_halo at a point for an amplitude of one, and the derivative of its logarithm.
  ///   - baryons: V²_bary at a point, not negative.
  @inline(__always)
  init(
    _ curve: HaloCurve, from start: Lanes, within limits: HaloNodeLimits,
    shape: (Int) -> (value: Lanes, slope: Lanes), baryons: (Int) -> Lanes
  ) {
    let first = Lanes.choose(start .> limits.low, start, limits.low).atMost(limits.high)
    var sums = HaloScanSums()
    for i in 0..<curve.count {
      _ = sums.add(
        shape(i).value, at: first, baryons(i), observed: curve.observed[i], curve.weight[i])
    }
    let second = sums.next(after: first, within: limits)
    // The last step, with all that is asked for.
    sums = HaloScanSums()
    var (value, byPlace) = (Lanes(0), Lanes(0))
    for i in 0..<curve.count {
      let (shape, weight) = (shape(i), curve.weight[i])
      let (pull, speed) = sums.add(
        shape.value, at: second, baryons(i), observed: curve.observed[i], weight)
      let residual = curve.observed[i] - speed
      value += weight * residual * residual
      byPlace += pull * shape.slope
    }
    let amplitude = sums.next(after: second, within: limits)
    let step = amplitude - second
    let rise = amplitude * (sums.slope + 0.5 * sums.bend * step)
    self.amplitude = amplitude
    chiSquared = value + step * (sums.slope + 0.25 * sums.bend * step)
    // On a bound the amplitude moves with it.
    let isLow = (amplitude .<= limits.low) .& (rise .> 0)
    let isHigh = (amplitude .>= limits.high) .& (rise .< 0)
    let along = Lanes.choose(isLow, limits.lowSlope, limits.highSlope)
    slope = byPlace * second + Lanes.choose(isLow .| isHigh, rise * along, Lanes(0))
  }
}

/// Half of the derivative of χ² by the amplitude, and half of the second one.
private struct HaloScanSums {
  private(set) var slope = Lanes(0)
  private(set) var bend = Lanes(0)

  /// Adds a point.
  ///
  /// - Parameters:
  ///   - shape: V²_halo there for an amplitude of one.
  ///   - amplitude: The amplitude.
  ///   - baryons: V²_bary there.
  ///   - observed: The observed speed.
  ///   - weight: Its weight.
  /// - Returns: What was added to the first derivative, and the speed.
  @inline(__always)
  mutating func add(
    _ shape: Lanes, at amplitude: Lanes, _ baryons: Lanes, observed: Double, _ weight: Double
  ) -> (pull: Lanes, speed: Lanes) {
    let square = (baryons + amplitude * shape).atLeast(1e-20)
    let speed = square.squareRoot()
    let inverse = 1 / speed
    let weighted = weight * shape
    let ratio = observed * inverse
    let pull = weighted * (1 - ratio)
    slope += pull
    bend += weighted * shape * (ratio * inverse * inverse)
    return (pull, speed)
  }

  /// The amplitude after a step of Newton's from this one.
  @inline(__always)
  func next(after amplitude: Lanes, within limits: HaloNodeLimits) -> Lanes {
    let target = amplitude - 2 * slope / bend
    let floor = 0.1 * amplitude
    return Lanes.choose(target .> floor, target, floor).atLeast(limits.low).atMost(limits.high)
  }
}

extension HaloNodes {
  /// The best halos of eight cells at all nodes, cells side by side.
  @inline(never)
  func scan(_ curve: HaloCurve, _ baryons: [Lanes]) -> [HaloScan] {
    shapes.withUnsafeBytes { shapes in
      slopes.withUnsafeBytes { slopes in
        pull.withUnsafeBytes { pull in
          let (shapes, slopes) = (
            shapes.bindMemory(to: Double.self), slopes.bindMemory(to: Double.self)
          )
          let pull = pull.bindMemory(to: Double.self)
          return (0..<count).map { node in
            let (block, lane) = (node / 8, node % 8)
            let first = 8 * block * curve.count + lane
            var start = Lanes(whole[block][lane])
            for i in 0..<curve.count { start -= pull[first + 8 * i] * baryons[i] }
            return HaloScan(
              curve, from: start, within: limits[block].node(lane),
              shape: { (Lanes(shapes[first + 8 * $0]), Lanes(slopes[first + 8 * $0])) },
              baryons: { baryons[$0] })
          }
        }
      }
    }
  }

  /// The best halos of one cell at all nodes, nodes side by side: the bits that it has among eight.
  @inline(never)
  func scan(_ curve: HaloCurve, _ baryons: [Double]) -> HaloNodeValues {
    let n = curve.count
    var values = HaloNodeValues(capacity: count)
    for block in whole.indices {
      let first = block * n
      var start = whole[block]
      for i in 0..<n { start -= pull[first + i] * baryons[i] }
      let scan = HaloScan(
        curve, from: start, within: limits[block],
        shape: { (shapes[first + $0], slopes[first + $0]) }, baryons: { Lanes(baryons[$0]) })
      for lane in 0..<min(8, count - 8 * block) { values.append(scan, lane) }
    }
    return values
  }
}
