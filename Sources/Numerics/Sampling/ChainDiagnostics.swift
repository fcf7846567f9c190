/// Whether chains of draws of one quantity agree, and how much their draws tell.
///
/// - SeeAlso: Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16, 667.
package struct ChainDiagnostics: Sendable {
  /// The draws of each chain, all of the same number; shape `[m][n]`.
  private let chains: [[Double]]
  /// The halves of each chain, the first ones first; shape `[2 m][n / 2]`.
  private let halves: [[Double]]
  private let all: [Double]

  /// - Parameter chains: The draws of each chain, at least four and the same number in each; shape
  ///   `[m][n]`.
  package init(_ chains: [[Double]]) {
    self.chains = chains
    halves = Self.halves(of: chains)
    all = chains.flatMap { $0 }
  }

  private static func halves(of chains: [[Double]]) -> [[Double]] {
    chains.map { Array($0.prefix($0.count / 2)) } + chains.map { Array($0.suffix($0.count / 2)) }
  }

  /// The rank-normalised split R̂: the larger one of that of the draws and that of their distances
  /// from the median.
  ///
  /// Near one where the halves of all chains have the same distribution.
  package var rHat: Double {
    let median = Statistics.median(halves.flatMap { $0 })
    let folded = halves.map { $0.map { ($0 - median).magnitude } }
    return max(Self.ratio(Self.normalised(halves)), Self.ratio(Self.normalised(folded)))
  }

  /// Effective draws for the middle of the distribution.
  package var bulkSize: Double { AutocorrelationSize.of(Self.normalised(halves)) }

  /// Effective draws for the quantiles at 5 and 95 %, the smaller one.
  package var tailSize: Double { min(quantileSize(0.05), quantileSize(0.95)) }

  /// The standard error of the mean.
  package var errorOfMean: Double {
    Statistics.sampleStd(all) / AutocorrelationSize.of(halves).squareRoot()
  }

  /// The standard error of the standard deviation.
  package var errorOfStd: Double {
    let mean = Statistics.mean(all)
    func square(_ value: Double) -> Double { (value - mean) * (value - mean) }
    let squares = all.map(square)
    let variance = Statistics.mean(squares)
    let size = AutocorrelationSize.of(Self.halves(of: chains.map { $0.map(square) }))
    let spread = Statistics.mean(squares.map { $0 * $0 }) - variance * variance
    return (spread / size / variance / 4).squareRoot()
  }

  /// The standard error of a quantile.
  ///
  /// - Parameter p: The probability below it, between zero and one.
  /// - Returns: Half of what lies between the values at the ends of the central 68 % of what the
  ///   probability may be.
  package func errorOfQuantile(_ p: Double) -> Double {
    let size = quantileSize(p)
    guard size.isFinite else { return .nan }
    let ends = [0.158_655_3, 0.841_344_7].map {
      BetaDistribution.quantile($0, a: size * p + 1, b: size * (1 - p) + 1)
    }
    let (sorted, count) = (all.sorted(), Double(all.count))
    let low = Int(max(ends[0] * count - 1, 0).rounded(.down))
    let high = Int(min(ends[1] * count - 1, count - 1).rounded(.up))
    return (sorted[high] - sorted[low]) / 2
  }

  /// Effective draws for the probability below a quantile.
  private func quantileSize(_ p: Double) -> Double {
    let value = Statistics.quantile(p, of: all)
    return AutocorrelationSize.of(halves.map { $0.map { $0 <= value ? 1 : 0 } })
  }

  /// The normal deviates of the ranks of values among all chains, which have the same length.
  private static func normalised(_ chains: [[Double]]) -> [[Double]] {
    let ranks = Correlation.ranks(chains.flatMap { $0 })
    let count = Double(ranks.count)
    let deviates = ranks.map { NormalDistribution.quantile(($0 - 0.375) / (count + 0.25)) }
    var start = 0
    return chains.map { chain in
      defer { start += chain.count }
      return Array(deviates[start..<(start + chain.count)])
    }
  }

  /// The root of the variance of all values over that within the chains.
  private static func ratio(_ chains: [[Double]]) -> Double {
    guard let size = chains.first.map({ Double($0.count) }) else { return .nan }
    let spread = Statistics.sampleStd(chains.map(Statistics.mean))
    let variances = chains.map { chain in
      let std = Statistics.sampleStd(chain)
      return std * std
    }
    let within = Statistics.mean(variances)
    return ((size * spread * spread / within + size - 1) / size).squareRoot()
  }
}
