import Numerics

/// How far the values of an axis reach.
struct AxisExtent {
  private var low = Double.infinity
  private var high = -Double.infinity
  /// The farthest from zero, without error bars.
  private var farthest = 0.0
  private var errors: [Double] = []
  /// Whether the ends are ends of cells or bins, so that nothing is added to them.
  var isExact = false
  /// Whether bars stand on one end.
  var startsAtZero = false

  mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    low = min(low, value)
    high = max(high, value)
    farthest = max(farthest, value.magnitude)
  }

  mutating func add(_ ends: ClosedRange<Double>?) {
    guard let ends, ends.lowerBound.isFinite, ends.upperBound.isFinite else { return }
    low = min(low, ends.lowerBound)
    high = max(high, ends.upperBound)
    errors.append((ends.upperBound - ends.lowerBound) / 2)
  }

  mutating func add(_ other: AxisExtent) {
    low = min(low, other.low)
    high = max(high, other.high)
    farthest = max(farthest, other.farthest)
    errors += other.errors
    isExact = isExact || other.isExact
    startsAtZero = startsAtZero || other.startsAtZero
  }

  /// The least and the largest; `nil` without a value.
  var ends: (Double, Double)? { low <= high ? (low, high) : nil }

  /// How far from zero, with half of all error bars.
  var reach: Double { farthest + (errors.isEmpty ? 0 : Statistics.median(errors)) }

  /// The same with a reach of its own.
  func reaching(_ reach: Double) -> AxisExtent {
    var result = AxisExtent()
    result.add(reach)
    return result
  }
}
