import Numerics

extension JointProblem {
  /// Where a search begins: the middle of everything first, then places that fill the space evenly.
  ///
  /// A quantity with a prior starts within two standard deviations of its centre, another between its
  /// bounds, evenly in its value or its logarithm.
  ///
  /// - Parameter place: Which start, from zero.
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
      return mean + sigma * (4 * fraction - 2)
    case .lognormal(let median, let dex):
      return median * Elementary.exp10(dex * (4 * fraction - 2))
    case .uniform:
      guard logarithmic.contains(i), high > 0 else { return low + fraction * (high - low) }
      // A lower bound of zero stands for a small value.
      let bottom = max(low, high * 1e-5)
      return bottom * Elementary.exp(fraction * Elementary.log(high / bottom))
    }
  }
}
