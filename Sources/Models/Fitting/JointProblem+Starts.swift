import Numerics

extension JointProblem {
  /// Where a search begins: the middle of everything first, then places that fill the space evenly.
  ///
  /// A quantity with a prior starts within six standard deviations of its centre, most often within
  /// two, another between its bounds, evenly in its value or its logarithm.
  ///
  /// - Parameter place: Which start, from zero.
  /// - Returns: A value within the bounds for each quantity.
  func start(_ place: Int) -> SIMD8<Double> {
    var start = box.lower
    var dimension = 0
    for i in 0..<8 where box.free.contains(i) {
      let fraction =
        place == 0 ? 0.5 : HaltonSequence.coordinate(place, dimension: dimension)
      start[i] = value(at: fraction, of: i)
      dimension += 1
    }
    return box.clamped(start)
  }

  /// The value of a quantity at a fraction of its range.
  private func value(at fraction: Double, of i: Int) -> Double {
    let (low, high) = (box.lower[i], box.upper[i])
    switch priors[i] {
    case .normal(let mean, let sigma):
      return mean + sigma * Self.deviation(fraction)
    case .lognormal(let median, let dex):
      return median * Elementary.exp10(dex * Self.deviation(fraction))
    case .uniform:
      guard logarithmic.contains(i), high > 0 else { return low + fraction * (high - low) }
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
