/// Statistics of values that come one by one, twice, and are not kept.
///
/// The results have the bits of ``Statistics``: sums are carried in the order of the values, and
/// the deviations are those from the mean that the first look found.
package struct RunningMoments: Sendable {
  package private(set) var count = 0
  /// The smallest and the largest value; NaN of no values.
  package private(set) var min = Double.nan
  package private(set) var max = Double.nan
  private var sum = CompensatedSum()
  private var center = Double.nan
  private var deviations = CompensatedSum()
  private var squares = CompensatedSum()

  package init() {}

  /// Takes a value.
  ///
  /// - Precondition: It is a number.
  @inline(__always)
  package mutating func add(_ value: Double) {
    if count == 0 { (min, max) = (value, value) }
    if value < min { min = value }
    if value > max { max = value }
    count += 1
    sum.add(value)
  }

  /// The mean of the values; NaN of none.
  package var mean: Double { sum.value / Double(count) }

  /// Begins the second look.
  package mutating func lookAgain() {
    center = mean
  }

  /// Takes a value that was added before.
  @inline(__always)
  package mutating func addAgain(_ value: Double) {
    let deviation = value - center
    deviations.add(deviation)
    squares.add(deviation * deviation)
  }

  /// The standard deviation of the population, once all values were looked at twice; NaN of none.
  package var std: Double {
    let corrected =
      squares.value - deviations.value * deviations.value / Double(count)
    return ((corrected < 0 ? 0 : corrected) / Double(count)).squareRoot()
  }
}
