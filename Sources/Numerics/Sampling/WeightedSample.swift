/// Values of one quantity with weights, in rising order, and what they tell of it.
package struct WeightedSample: Sendable {
  /// The values; shape `[n]`.
  package let values: [Double]
  /// Their weights, which add up to one; shape `[n]`.
  package let weights: [Double]
  /// The weight of everything before each value; shape `[n + 1]`.
  private let before: [Double]

  /// - Parameters:
  ///   - values: The values in any order; shape `[n]`.
  ///   - weights: Their weights, not negative; shape `[n]`. Values without weight are left out.
  package init(_ values: [Double], weights: [Double]) {
    var pairs: [(value: Double, weight: Double)] = []
    pairs.reserveCapacity(values.count)
    for (value, weight) in zip(values, weights) where weight > 0 { pairs.append((value, weight)) }
    pairs.sort { $0.value < $1.value || ($0.value == $1.value && $0.weight < $1.weight) }
    let whole = Statistics.sum(pairs.map(\.weight))
    self.values = pairs.map(\.value)
    self.weights = pairs.map { $0.weight / whole }
    var before = [0.0]
    before.reserveCapacity(pairs.count + 1)
    var sum = CompensatedSum()
    for weight in self.weights {
      sum.add(weight)
      before.append(sum.value)
    }
    self.before = before
  }

  /// The values of a function that rises, with the same weights.
  ///
  /// - Parameter function: The function of all values; shape `[n]` to `[n]`.
  /// - Returns: The sample of what it gives.
  package func mapped(_ function: ([Double]) -> [Double]) -> WeightedSample {
    WeightedSample(rising: function(values), weights, before)
  }

  private init(rising values: [Double], _ weights: [Double], _ before: [Double]) {
    (self.values, self.weights, self.before) = (values, weights, before)
  }

  /// Values that all have the same weight.
  package init(_ values: [Double]) {
    self.init(values, weights: [Double](repeating: 1, count: values.count))
  }

  /// The number of equal weights that would tell as much: 1 / Σ w².
  package var effectiveSize: Double {
    1 / Statistics.sum(weights.map { $0 * $0 })
  }

  package var mean: Double {
    var sum = CompensatedSum()
    for (value, weight) in zip(values, weights) { sum.add(weight * value) }
    return sum.value
  }

  /// The standard deviation.
  package var std: Double {
    let mean = mean
    var sum = CompensatedSum()
    for (value, weight) in zip(values, weights) {
      sum.add(weight * ((value - mean) * (value - mean)))
    }
    return sum.value.squareRoot()
  }

  /// The standard error of the mean.
  package var errorOfMean: Double {
    let mean = mean
    var sum = CompensatedSum()
    for (value, weight) in zip(values, weights) {
      let part = weight * (value - mean)
      sum.add(part * part)
    }
    return sum.value.squareRoot()
  }

  /// The value below which a part of the weight lies.
  ///
  /// Half of each value's weight lies below it; between values it is interpolated. Values that are
  /// the same, as on a grid, count as one.
  ///
  /// - Parameter p: The part, from zero to one.
  /// - Returns: The value; NaN for an empty sample.
  package func quantile(_ p: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    var (low, high) = (0, values.count - 1)
    while low < high {
      let place = (low + high) / 2
      if before[place + 1] < p { low = place + 1 } else { high = place }
    }
    let own = group(of: low)
    let isAbove = p > own.middle
    let other = isAbove ? own.range.upperBound : own.range.lowerBound - 1
    guard values.indices.contains(other) else { return values[low] }
    let next = group(of: other)
    let part = (p - own.middle) / (next.middle - own.middle)
    return values[low] + part * (values[other] - values[low])
  }

  /// The places of the values that are the same as one, and the weight below the middle of theirs.
  private func group(of place: Int) -> (range: Range<Int>, middle: Double) {
    var (start, end) = (place, place + 1)
    while start > 0, values[start - 1] == values[place] { start -= 1 }
    while end < values.count, values[end] == values[place] { end += 1 }
    return (start..<end, 0.5 * (before[start] + before[end]))
  }

  /// The standard error of a quantile: half of what lies between the quantiles at one standard
  /// error of the probability below it to either side.
  package func errorOfQuantile(_ p: Double) -> Double {
    let value = quantile(p)
    var sum = CompensatedSum()
    for (place, weight) in zip(values, weights) {
      let part = weight * ((place <= value ? 1 : 0) - p)
      sum.add(part * part)
    }
    let error = sum.value.squareRoot()
    return 0.5 * (quantile(min(p + error, 1)) - quantile(max(p - error, 0)))
  }

  /// The shortest interval between two values that holds a part of the weight.
  ///
  /// - Parameter p: The part, between zero and one.
  /// - Returns: Its ends, the lowest of several that are equally short; NaN for an empty sample.
  package func densestInterval(_ p: Double) -> (lower: Double, upper: Double) {
    var best = (lower: Double.nan, upper: Double.nan)
    var (width, end) = (Double.infinity, 0)
    for start in values.indices {
      // What the last value adds makes up for half of the weights at the ends.
      while end < values.count, before[end + 1] - before[start] < p - 1e-12 { end += 1 }
      guard end < values.count else { break }
      if values[end] - values[start] < width {
        width = values[end] - values[start]
        best = (values[start], values[end])
      }
    }
    return best
  }

  /// The weight of the values in a range.
  package func weight(from lower: Double, through upper: Double) -> Double {
    func count(_ isBelow: (Double) -> Bool) -> Int {
      var (low, high) = (0, values.count)
      while low < high {
        let place = (low + high) / 2
        if isBelow(values[place]) { low = place + 1 } else { high = place }
      }
      return low
    }
    return max(0, before[count { $0 <= upper }] - before[count { $0 < lower }])
  }

  /// The largest weight of the values in a window that begins at one of them.
  package func largestWeight(inWindow width: Double) -> Double {
    var (most, end) = (0.0, 0)
    for start in values.indices {
      while end < values.count, values[end] <= values[start] + width { end += 1 }
      most = max(most, before[end] - before[start])
    }
    return most
  }

  /// The differential entropy of the values' distribution, in natural units.
  ///
  /// By the spacings of values that lie some ranks apart, each corrected for how few it holds.
  ///
  /// - Returns: The entropy; −∞ where half of the values are the same.
  /// - SeeAlso: Vasicek 1976, Journal of the Royal Statistical Society B 38, 54.
  package var entropy: Double {
    let reach = max(1, Int(effectiveSize.squareRoot()) * values.count / Int(effectiveSize + 1))
    var sum = CompensatedSum()
    var squares = [0.0]
    squares.reserveCapacity(values.count + 1)
    for weight in weights { squares.append(squares[squares.count - 1] + weight * weight) }
    for place in values.indices {
      let (low, high) = (max(0, place - reach), min(values.count - 1, place + reach))
      let spacing = values[high] - values[low]
      // Half of the weights at the ends.
      let held = before[high + 1] - before[low] - 0.5 * (weights[low] + weights[high])
      guard spacing > 0, held > 0 else { continue }
      let number = held * held / max(squares[high + 1] - squares[low], 1e-300)
      sum.add(weights[place] * (Elementary.log(spacing / held) + 0.5 / max(number, 1)))
    }
    return sum.value
  }
}
