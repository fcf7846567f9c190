import Numerics

extension JointProblem {
  /// Where a search begins: the middle of everything first, then places that fill the space evenly.
  ///
  /// A quantity with a prior starts within six standard deviations of its centre, most often within
  /// two, another between its bounds, evenly in its value or its logarithm.
  ///
  /// - Parameter place: Which start, from zero.
  /// - Returns: A value within the bounds by lane.
  func start(_ place: Int) -> SIMD8<Double> {
    var start = SIMD8<Double>.zero
    for lane in lanes.indices {
      let fraction = place == 0 ? 0.5 : HaltonSequence.coordinate(place, dimension: lane)
      start[lane] = value(at: fraction, of: lane)
    }
    return box.clamped(start)
  }

  /// The value of a quantity at a fraction of its range.
  func value(at fraction: Double, of lane: Int) -> Double {
    let (low, high) = (box.lower[lane], box.upper[lane])
    switch priors[lane] {
    case .normal(let mean, let sigma):
      return mean + sigma * Self.deviation(fraction)
    case .lognormal(let median, let dex):
      return median * Elementary.exp10(dex * Self.deviation(fraction))
    case .logUniform:
      return low * Elementary.exp(fraction * Elementary.log(high / low))
    case .uniform:
      guard logarithmic.contains(lane), high > 0 else { return low + fraction * (high - low) }
      // A lower bound of zero stands for a small value.
      let bottom = max(low, high * 1e-5)
      return bottom * Elementary.exp(fraction * Elementary.log(high / bottom))
    }
  }

  /// How many standard deviations from its centre a quantity starts.
  private static func deviation(_ fraction: Double) -> Double {
    let side = 2 * fraction - 1
    return side * (1.5 + 4.5 * side * side)
  }
}
