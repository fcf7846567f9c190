/// Weights of importance sampling whose largest are replaced by what is expected of them.
///
/// The largest weights are fitted by a ``ParetoTail`` and replaced by its quantiles, none larger
/// than the largest weight was.
///
/// - SeeAlso: Vehtari, Simpson, Gelman, Yao & Gabry 2024, Journal of Machine Learning Research 25,
///   72.
package struct SmoothedWeights: Sendable {
  /// The logarithms of the weights, which add up to one; shape `[n]`.
  package let logarithms: [Double]
  /// The shape k̂ of the largest weights; zero where they are all the same, ∞ where it has no value.
  package let shape: Double

  /// - Parameters:
  ///   - ratios: The logarithms of the weights up to a constant, −∞ for none; shape `[n]`, at
  ///     least 25.
  ///   - efficiency: Effective draws by draws, of draws that come from a chain.
  package init(_ ratios: [Double], efficiency: Double = 1) {
    let count = ratios.count
    let most = ratios.reduce(-.infinity) { max($0, $1) }
    var logarithms = ratios.map { $0 - most }
    let size = Double(count)
    let tail =
      size * efficiency > 225
      ? Int(3 * (size / efficiency).squareRoot()) : count / 5
    // Ties are taken in the order of the draws.
    let keys = logarithms
    let order = Self.largest(min(tail + 1, count), of: keys)
    let (cutoff, places) = (order[0], order.dropFirst())
    if let first = places.first, let last = places.last, tail >= 5, most.isFinite,
      keys[last] - keys[first] >= .leastNormalMagnitude
    {
      let threshold = Elementary.exp(keys[cutoff])
      let fit = ParetoTail(places.map { Elementary.exp(keys[$0]) - threshold })
      shape = fit.shape.isNaN ? .infinity : fit.shape
      if fit.shape.isFinite {
        for (rank, place) in places.enumerated() {
          let p = (Double(rank) + 0.5) / Double(tail)
          logarithms[place] = min(Elementary.log(threshold + fit.quantile(p)), keys[last])
        }
      }
    } else {
      shape = most.isFinite ? 0 : .infinity
    }
    var whole = CompensatedSum()
    for logarithm in logarithms { whole.add(Elementary.exp(logarithm)) }
    let constant = Elementary.log(whole.value)
    self.logarithms = logarithms.map { $0 - constant }
  }

  /// The positions of the largest of some numbers, in rising order.
  private static func largest(_ count: Int, of keys: [Double]) -> [Int] {
    // The threshold comes from the numbers alone, which sort faster than positions do.
    let sorted = keys.sorted()
    let threshold = sorted[keys.count - count]
    var ties = count - sorted.suffix(count).count { $0 > threshold }
    var chosen: [Int] = []
    for place in keys.indices.reversed() {
      if keys[place] > threshold {
        chosen.append(place)
      } else if keys[place] == threshold, ties > 0 {
        chosen.append(place)
        ties -= 1
      }
    }
    return chosen.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}
