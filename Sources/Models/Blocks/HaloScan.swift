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
    var amplitude = Lanes.choose(start .> limits.low, start, limits.low).atMost(limits.high)
    var (value, byPlace, rise) = (Lanes(0), Lanes(0), Lanes(0))
    for turn in 0..<2 {
      var (slope, bend) = (Lanes(0), Lanes(0))
      for i in 0..<curve.count {
        let shape = shape(i)
        let square = (baryons(i) + amplitude * shape.value).atLeast(1e-20)
        let speed = square.squareRoot()
        let inverse = 1 / speed
        let weighted = curve.weight[i] * shape.value
        let ratio = curve.observed[i] * inverse
        let pull = weighted * (1 - ratio)
        slope += pull
        bend += weighted * shape.value * (ratio * inverse * inverse)
        if turn == 1 {
          let residual = curve.observed[i] - speed
          value += curve.weight[i] * residual * residual
          byPlace += pull * shape.slope
        }
      }
      let target = amplitude - 2 * slope / bend
      let floor = 0.1 * amplitude
      let next = Lanes.choose(target .> floor, target, floor).atLeast(limits.low)
        .atMost(limits.high)
      let step = next - amplitude
      if turn == 1 {
        value += step * (slope + 0.25 * bend * step)
        byPlace *= amplitude
        rise = next * (slope + 0.5 * bend * step)
      }
      amplitude = next
    }
    self.amplitude = amplitude
    chiSquared = value
    // On a bound the amplitude moves with it.
    let isLow = (amplitude .<= limits.low) .& (rise .> 0)
    let isHigh = (amplitude .>= limits.high) .& (rise .< 0)
    let along = Lanes.choose(isLow, limits.lowSlope, limits.highSlope)
    self.slope = byPlace + Lanes.choose(isLow .| isHigh, rise * along, Lanes(0))
  }
}

extension HaloNodes {
  /// The best halos of eight cells at all nodes, cells side by side.
  @inline(never)
  func scan(_ curve: HaloCurve, _ baryons: [Lanes]) -> [HaloScan] {
    let n = curve.count
    return (0..<count).map { node in
      let (block, lane) = (node / 8, node % 8)
      let first = block * n
      var start = Lanes(whole[block][lane])
      for i in 0..<n { start -= pull[first + i][lane] * baryons[i] }
      return HaloScan(
        curve, from: start, within: limits[block].node(lane),
        shape: { (Lanes(shapes[first + $0][lane]), Lanes(slopes[first + $0][lane])) },
        baryons: { baryons[$0] })
    }
  }

  /// The best halos of one cell at all nodes, nodes side by side: the bits that it has among eight.
  @inline(never)
  func scan(_ curve: HaloCurve, _ baryons: [Double]) -> HaloNodeValues {
    let n = curve.count
    var values = HaloNodeValues()
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
