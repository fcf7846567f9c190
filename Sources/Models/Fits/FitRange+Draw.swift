package import Numerics

extension FitRange {
  /// A value drawn from the prior as the bounds cut it.
  ///
  /// What falls outside the bounds is drawn again. Of a prior that is wider than its bounds, values
  /// between them are kept as often as they are likely, so that few are thrown away.
  ///
  /// - Parameter random: The generator.
  /// - Returns: A value within the bounds.
  /// - Precondition: The bounds of a flat prior are finite, and positive for one that is flat in
  ///   the logarithm; the centre of any other lies within the bounds.
  package func draw(_ random: inout SplitMix64) -> Double {
    switch prior {
    case .uniform:
      return min(lower + random.uniform() * (upper - lower), upper)
    case .logUniform:
      let span = Elementary.log(upper / lower)
      return min(lower * Elementary.exp(random.uniform() * span), upper)
    case .normal(let mean, let sigma):
      return Self.draw(mean, sigma, between: lower, and: upper, &random)
    case .lognormal(let median, let dex):
      let drawn = Self.draw(
        Elementary.log10(median), dex, between: Elementary.log10(lower),
        and: Elementary.log10(upper), &random)
      return min(max(Elementary.exp10(drawn), lower), upper)
    }
  }

  /// A number of a normal distribution between two ends, either of which may be infinite.
  private static func draw(
    _ mean: Double, _ sigma: Double, between lower: Double, and upper: Double,
    _ random: inout SplitMix64
  ) -> Double {
    precondition(lower <= mean && mean <= upper, "a prior is centred within its bounds")
    guard sigma > 0 else { return mean }
    let isWide = sigma > upper - lower
    while true {
      if isWide {
        let value = min(lower + random.uniform() * (upper - lower), upper)
        let deviate = (value - mean) / sigma
        if random.uniform() < Elementary.exp(-0.5 * deviate * deviate) { return value }
      } else {
        let value = mean + sigma * random.normal()
        if lower <= value, value <= upper { return value }
      }
    }
  }
}
