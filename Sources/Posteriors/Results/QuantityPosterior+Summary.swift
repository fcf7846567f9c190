import Models
import Numerics

extension QuantityPosterior {
  /// What draws tell of a number.
  ///
  /// - Parameters:
  ///   - values: The number for each draw; shape `[draws.points.count]`.
  ///   - draws: The draws.
  init(_ values: [Double], _ draws: WeightedDraws) {
    let isKnown = zip(values, draws.weights).allSatisfy { $1 == 0 || $0.isFinite }
    let sample = WeightedSample(isKnown ? values : [], weights: draws.weights)
    self.init(sample, of: isKnown ? values : [], draws, information: .nan, limit: nil)
  }

  /// What draws tell of a free quantity.
  ///
  /// - Parameters:
  ///   - values: The quantity for each draw.
  ///   - draws: The draws.
  ///   - lane: Its coordinate.
  ///   - density: What was sampled.
  init(
    _ values: [Double], _ draws: WeightedDraws, coordinate lane: Int, of density: CurveDensity
  ) {
    let coordinates = (0..<draws.points.count).map { draws.points[$0 / 8, lane][$0 % 8] }
    let sample = WeightedSample(coordinates, weights: draws.weights)
    // The quantity rises with its coordinate.
    let quantity = sample.mapped { density.values(of: lane, at: $0) }
    let range = density.space.ranges[density.lanes[lane]]
    let isOfLogarithms = range.prior.isOfLogarithms
    let edges = isOfLogarithms ? quantity.mapped { $0.map { Elementary.log($0) } } : quantity
    let ends =
      isOfLogarithms
      ? (Elementary.log(range.lower), Elementary.log(range.upper)) : (range.lower, range.upper)
    self.init(
      quantity, of: values, draws, information: Self.information(sample, of: lane, density),
      limit: Self.limit(edges, ends))
  }

  private init(
    _ sample: WeightedSample, of values: [Double], _ draws: WeightedDraws, information: Double,
    limit: PosteriorLimit?
  ) {
    let isKnown = !values.isEmpty
    mean = isKnown ? sample.mean : .nan
    std = isKnown ? sample.std : .nan
    median = sample.quantile(0.5)
    (p025, p16) = (sample.quantile(0.025), sample.quantile(0.16))
    (p84, p975) = (sample.quantile(0.84), sample.quantile(0.975))
    (hdi68, hdi95) = (sample.densestInterval(0.68), sample.densestInterval(0.95))
    if !isKnown {
      (errorOfMean, errorOfMedian) = (.nan, .nan)
    } else if draws.areChains {
      let chains = ChainDiagnostics(
        (0..<8).map { lane in stride(from: lane, to: values.count, by: 8).map { values[$0] } })
      (errorOfMean, errorOfMedian) = (chains.errorOfMean, chains.errorOfQuantile(0.5))
    } else {
      (errorOfMean, errorOfMedian) = (sample.errorOfMean, sample.errorOfQuantile(0.5))
    }
    (self.information, self.limit) = (information, limit)
  }

  /// The information of the posterior of a coordinate against its prior, bits.
  ///
  ///     ∫ p ln (p / π) / ln 2
  private static func information(
    _ sample: WeightedSample, of lane: Int, _ density: CurveDensity
  ) -> Double {
    guard let least = sample.values.first, let most = sample.values.last else { return .nan }
    let prior = MarginalPrior(of: lane, of: density, in: least...most)
    var sum = CompensatedSum()
    for place in stride(from: 0, to: sample.values.count, by: 8) {
      var (values, parts) = (Lanes.zero, Lanes.zero)
      for lane in 0..<min(8, sample.values.count - place) {
        values[lane] = sample.values[place + lane]
        parts[lane] = sample.weights[place + lane]
      }
      let logs = parts * prior.logDensity(values)
      for lane in 0..<8 where parts[lane] > 0 { sum.add(logs[lane]) }
    }
    let naturalPerBit = 0.693_147_180_559_945_3
    return max(0, (-sample.entropy - sum.value) / naturalPerBit)
  }

  /// Whether the most likely values are at an end of the range.
  ///
  /// A window of a fifth of the central 68 % at the end holds as much as any other such window, but
  /// for what chance makes of it.
  private static func limit(
    _ sample: WeightedSample, _ ends: (lower: Double, upper: Double)
  ) -> PosteriorLimit? {
    let width = 0.2 * (sample.quantile(0.84) - sample.quantile(0.16))
    guard width > 0 else { return nil }
    func held(_ lower: Double) -> Double { sample.weight(from: lower, through: lower + width) }
    let (bottom, top) = (held(ends.lower), held(ends.upper - width))
    let most = sample.largestWeight(inWindow: width)
    let chance = 2 * (most / sample.effectiveSize).squareRoot()
    guard max(bottom, top) >= most - chance else { return nil }
    return bottom >= top ? .upper : .lower
  }
}

extension Prior {
  /// Whether its density is one of the logarithm.
  fileprivate var isOfLogarithms: Bool {
    switch self {
    case .logUniform, .lognormal: true
    case .uniform, .normal: false
    }
  }
}
