/// Summary numbers of a list, computed in a fixed order.
///
/// Every function is defined for every input: an empty list, or a NaN anywhere in it, gives NaN
/// (the sum of nothing is zero). Missing values are left out by the caller.
package enum Statistics {
  /// The sum with the rounding errors carried along.
  ///
  /// The error does not grow with the number of terms unless they cancel almost completely.
  ///
  /// - Parameter values: The terms; shape `[n]`.
  /// - Returns: Their sum, zero for none.
  /// - SeeAlso: Neumaier 1974, ZAMM 54, 39.
  package static func sum(_ values: [Double]) -> Double {
    var sum = CompensatedSum()
    for value in values {
      sum.add(value)
    }
    return sum.value
  }

  /// The arithmetic mean.
  ///
  /// - Parameter values: The values; shape `[n]`.
  /// - Returns: Their mean.
  package static func mean(_ values: [Double]) -> Double {
    sum(values) / Double(values.count)
  }

  /// The standard deviation of a whole population: the root of the mean squared deviation.
  ///
  ///     √(Σ (x − mean)² / n)
  ///
  /// - Parameter values: The values; shape `[n]`.
  /// - Returns: Their standard deviation, zero for a single value.
  package static func std(_ values: [Double]) -> Double {
    (sumOfSquaredDeviations(values) / Double(values.count)).squareRoot()
  }

  /// The standard deviation estimated from a sample.
  ///
  ///     √(Σ (x − mean)² / (n − 1))
  ///
  /// - Parameter values: The values; shape `[n]`.
  /// - Returns: Their sample standard deviation; NaN for fewer than two values.
  package static func sampleStd(_ values: [Double]) -> Double {
    guard values.count > 1 else { return .nan }
    return (sumOfSquaredDeviations(values) / Double(values.count - 1)).squareRoot()
  }

  /// The root of the mean square.
  ///
  /// - Parameter values: The values; shape `[n]`.
  /// - Returns: √(Σ x² / n).
  package static func rms(_ values: [Double]) -> Double {
    (sum(values.map { $0 * $0 }) / Double(values.count)).squareRoot()
  }

  /// The smallest value.
  ///
  /// - Parameter values: The values; shape `[n]`.
  /// - Returns: The smallest, or NaN if there is none or one is NaN.
  package static func min(_ values: [Double]) -> Double {
    guard let first = values.first else { return .nan }
    return values.dropFirst().reduce(first) { least, value in
      value < least || value.isNaN ? value : least
    }
  }

  /// The largest value.
  ///
  /// - Parameter values: The values; shape `[n]`.
  /// - Returns: The largest, or NaN if there is none or one is NaN.
  package static func max(_ values: [Double]) -> Double {
    guard let first = values.first else { return .nan }
    return values.dropFirst().reduce(first) { greatest, value in
      value > greatest || value.isNaN ? value : greatest
    }
  }

  /// The middle value, or the mean of the two middle values.
  ///
  /// - Parameter values: The values in any order; shape `[n]`.
  /// - Returns: Their median.
  package static func median(_ values: [Double]) -> Double {
    guard let sorted = sorted(values) else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The value below which a fraction p of the list lies, between neighbours by a straight line.
  ///
  ///     x[k] + (h − k) (x[k + 1] − x[k]),  h = (n − 1) p,  k = ⌊h⌋
  ///
  /// The same as the default of `numpy.quantile`, digit for digit.
  ///
  /// - Parameters:
  ///   - p: The fraction, from zero (the smallest value) to one (the largest).
  ///   - values: The values in any order; shape `[n]`.
  /// - Returns: The quantile.
  /// - Precondition: `p` lies from zero to one.
  /// - SeeAlso: Hyndman & Fan 1996, The American Statistician 50, 361, definition 7.
  package static func quantile(_ p: Double, of values: [Double]) -> Double {
    quantiles([p], of: values)[0]
  }

  /// Several quantiles of one list, which is put in order once.
  ///
  /// - Parameters:
  ///   - fractions: What ``quantile(_:of:)`` takes; shape `[fractions]`.
  ///   - values: The values in any order; shape `[n]`.
  /// - Returns: The quantiles; shape `[fractions]`.
  /// - Precondition: The fractions lie from zero to one.
  package static func quantiles(_ fractions: [Double], of values: [Double]) -> [Double] {
    precondition(fractions.allSatisfy { $0 >= 0 && $0 <= 1 }, "a fraction lies from 0 to 1")
    guard let sorted = sorted(values) else { return fractions.map { _ in .nan } }
    return fractions.map { fraction in
      let position = Double(sorted.count - 1) * fraction
      let index = Int(position)
      guard index + 1 < sorted.count else { return sorted[index] }
      let (lower, upper) = (sorted[index], sorted[index + 1])
      let rest = position - Double(index)
      // From the nearer end, as numpy does it: exact at both ends.
      return rest < 0.5 ? lower + (upper - lower) * rest : upper - (upper - lower) * (1 - rest)
    }
  }

  /// The sum of the squared distances from the mean.
  ///
  /// The second term removes what the rounding of the mean adds.
  private static func sumOfSquaredDeviations(_ values: [Double]) -> Double {
    let mean = mean(values)
    let deviations = values.map { $0 - mean }
    let shift = sum(deviations)
    let squares = sum(deviations.map { $0 * $0 })
    let corrected = squares - shift * shift / Double(values.count)
    return corrected < 0 ? 0 : corrected
  }

  /// The values in ascending order, or nil if there are none or one is NaN.
  private static func sorted(_ values: [Double]) -> [Double]? {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    return values.sorted()
  }
}
