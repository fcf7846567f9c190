import Numerics

/// The best halo at a node: V²_halo at the outermost point, and χ².
struct HaloScan {
  let amplitude: Lanes
  let chiSquared: Lanes

  /// Newton's way to the best amplitude, with χ² as its last step foretells it.
  ///
  /// χ² is convex in the amplitude where no total is negative, because −√ is, so that a step cannot
  /// mislead. It is cut where it would leave less than a tenth.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - start: Where to begin.
  ///   - low: The lower bound, positive.
  ///   - high: The upper bound.
  ///   - shape: V²_halo at a point for an amplitude of one.
  ///   - baryons: V²_bary at a point, not negative.
  @inline(__always)
  init(
    _ curve: HaloCurve, from start: Lanes, _ low: Lanes, _ high: Lanes,
    shape: (Int) -> Lanes, baryons: (Int) -> Lanes
  ) {
    var amplitude = Lanes.choose(start .> low, start, low).atMost(high)
    var value = Lanes(0)
    for turn in 0..<2 {
      var (slope, bend) = (Lanes(0), Lanes(0))
      for i in 0..<curve.count {
        let shape = shape(i)
        let square = (baryons(i) + amplitude * shape).atLeast(1e-20)
        let speed = square.squareRoot()
        let inverse = 1 / speed
        let weighted = curve.weight[i] * shape
        let ratio = curve.observed[i] * inverse
        slope += weighted * (1 - ratio)
        bend += weighted * shape * (ratio * inverse * inverse)
        if turn == 1 {
          let residual = curve.observed[i] - speed
          value += curve.weight[i] * residual * residual
        }
      }
      let target = amplitude - 2 * slope / bend
      let floor = 0.1 * amplitude
      let next = Lanes.choose(target .> floor, target, floor).atLeast(low).atMost(high)
      let step = next - amplitude
      if turn == 1 { value += step * (slope + 0.25 * bend * step) }
      amplitude = next
    }
    self.amplitude = amplitude
    chiSquared = value
  }
}
