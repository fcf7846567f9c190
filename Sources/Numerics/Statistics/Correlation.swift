/// How closely two lists follow each other, and how likely that is by chance.
///
/// As in ``Statistics``, every function is defined for every input of matching lengths, and a
/// value that has no meaning is NaN.
package enum Correlation {
  /// The correlation coefficient of a straight line.
  ///
  ///     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)
  ///
  /// - Parameters:
  ///   - x: One list; shape `[n]`.
  ///   - y: The other; shape `[n]`.
  /// - Returns: A number from -1 to 1; NaN for fewer than two pairs, if one list is constant or if
  ///   a value is not finite.
  /// - Precondition: The lists are equally long.
  package static func pearson(_ x: [Double], _ y: [Double]) -> Double {
    precondition(x.count == y.count, "a correlation needs pairs")
    guard let x = direction(x), let y = direction(y) else { return .nan }
    return clamped(Statistics.sum(zip(x, y).map { $0 * $1 }))
  }

  /// The places of the values in ascending order, from one; equal values share their mean place.
  ///
  /// The same as `scipy.stats.rankdata`.
  ///
  /// - Parameter values: The values in any order; shape `[n]`.
  /// - Returns: The ranks in the order of the values, shape `[n]`; all NaN if one value is.
  package static func ranks(_ values: [Double]) -> [Double] {
    var ranks = [Double](repeating: .nan, count: values.count)
    guard !values.contains(where: \.isNaN) else { return ranks }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      let rank = 0.5 * Double(start + 1 + end)
      for place in start..<end { ranks[order[place]] = rank }
      start = end
    }
    return ranks
  }

  /// The correlation coefficient of the ranks.
  ///
  /// - Parameters:
  ///   - x: One list; shape `[n]`.
  ///   - y: The other; shape `[n]`.
  /// - Returns: A number from -1 to 1; NaN for fewer than two pairs, if one list is constant or if
  ///   a value is NaN.
  /// - Precondition: The lists are equally long.
  package static func spearman(_ x: [Double], _ y: [Double]) -> Double {
    pearson(ranks(x), ranks(y))
  }

  /// The probability of a coefficient at least as far from zero if there is no correlation.
  ///
  ///     t = r √(ν / (1 − r²)),  in both tails of Student's distribution
  ///
  /// Exact for Pearson's coefficient of normally distributed values, an approximation for
  /// Spearman's.
  ///
  /// - Parameters:
  ///   - r: The coefficient, from -1 to 1.
  ///   - degreesOfFreedom: The number of pairs less two, less one for each control.
  /// - Returns: The probability, zero for a perfect correlation; NaN without degrees of freedom or
  ///   for a NaN.
  /// - Precondition: The coefficient lies from -1 to 1.
  package static func twoSidedProbability(r: Double, degreesOfFreedom: Int) -> Double {
    precondition(!(r.magnitude > 1), "a correlation lies from -1 to 1")
    guard degreesOfFreedom > 0, !r.isNaN else { return .nan }
    // The difference of squares in the form that does not cancel; t / √ν = r / √(1 − r²).
    return StudentT.twoSidedProbability(
      scaledT: r.magnitude / ((1 - r) * (1 + r)).squareRoot(),
      degreesOfFreedom: Double(degreesOfFreedom))
  }

  /// The deviations from the mean as a vector of unit length, or nil if there is none.
  private static func direction(_ values: [Double]) -> [Double]? {
    // The rounding of the mean would give a constant list a direction.
    guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
    let mean = Statistics.mean(values)
    let deviations = values.map { $0 - mean }
    let largest = Statistics.max(deviations.map(\.magnitude))
    guard largest > 0, largest.isFinite else { return nil }
    let scaled = deviations.map { $0 / largest }
    let length = Statistics.sum(scaled.map { $0 * $0 }).squareRoot()
    return scaled.map { $0 / length }
  }

  /// The nearest number from -1 to 1.
  private static func clamped(_ r: Double) -> Double {
    r < -1 ? -1 : r > 1 ? 1 : r
  }
}
