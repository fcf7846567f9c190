/// How many independent draws would tell as much of a mean as chains do.
///
///     S_eff = M N / τ,  τ = −1 + 2 Σ P_t
///
/// with P_t the sums of the autocorrelations at lags 2t and 2t + 1, as long as they are positive
/// and falling (Geyer's sequence), and autocorrelations from the variance within and between the
/// chains.
///
/// - SeeAlso: Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16, 667,
///   section 3.2.
enum AutocorrelationSize {
  /// - Parameter chains: The draws of each chain; shape `[m][n]`.
  /// - Returns: The number; NaN for chains with a value that is none.
  static func of(_ chains: [[Double]]) -> Double {
    guard let length = chains.first?.count, length > 1 else { return .nan }
    let (count, size) = (Double(chains.count), Double(length))
    let all = chains.flatMap { $0 }
    guard all.allSatisfy(\.isFinite) else { return .nan }
    guard Statistics.max(all) - Statistics.min(all) >= 1e-15 else { return count * size }
    let means = chains.map(Statistics.mean)
    let deviations = zip(chains, means).map { chain, mean in chain.map { $0 - mean } }
    /// The mean over the chains of the autocovariance at a lag.
    func covariance(_ lag: Int) -> Double {
      let sums = deviations.map { chain in
        var sum = 0.0
        for place in 0..<max(0, length - lag) { sum += chain[place] * chain[place + lag] }
        return sum / size
      }
      return Statistics.mean(sums)
    }
    let within = covariance(0) * size / (size - 1)
    var whole = within * (size - 1) / size
    if chains.count > 1 {
      let spread = Statistics.sampleStd(means)
      whole += spread * spread
    }
    func correlation(_ lag: Int) -> Double { 1 - (within - covariance(lag)) / whole }

    var correlations = [Double](repeating: 0, count: length)
    var (even, odd) = (1.0, correlation(1))
    correlations[0] = even
    correlations[1] = odd
    var lag = 1
    while lag < length - 3, even + odd > 0 {
      even = correlation(lag + 1)
      odd = correlation(lag + 2)
      if even + odd >= 0 {
        correlations[lag + 1] = even
        correlations[lag + 2] = odd
      }
      lag += 2
    }
    let last = lag - 2
    if even > 0 { correlations[last + 1] = even }
    lag = 1
    while lag <= last - 2 {
      let before = correlations[lag - 1] + correlations[lag]
      if correlations[lag + 1] + correlations[lag + 2] > before {
        correlations[lag + 1] = before / 2
        correlations[lag + 2] = correlations[lag + 1]
      }
      lag += 2
    }
    let sum = correlations.prefix(last + 1).reduce(0, +)
    let time = max(-1 + 2 * sum + correlations[last + 1], 1 / Elementary.log10(count * size))
    return count * size / time
  }
}
