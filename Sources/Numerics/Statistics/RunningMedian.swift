/// The median of values that come one by one and are not kept.
///
/// A number of values is kept as it is. Where there are more, a first look counts them by the
/// leading bits of their size, and a second look keeps those around the middle.
package struct RunningMedian: Sendable {
  /// How many values are kept without being counted.
  private let most: Int
  private var count = 0
  /// The values; of many, those that the second look kept.
  private var kept: [Double] = []
  /// How many values begin with each sixteen bits; none as long as all are kept.
  private var counts: [Int] = []
  /// What the values around the middle begin with, once that is known.
  private var middle: ClosedRange<Int>?
  /// How many values come before those that are kept.
  private var before = 0

  /// - Parameter most: How many values are kept as they are.
  package init(keeping most: Int = 1 << 17) {
    self.most = most
  }

  /// Takes a value.
  ///
  /// - Precondition: It is a number.
  package mutating func add(_ value: Double) {
    count += 1
    guard counts.isEmpty else {
      counts[Self.bits(of: value)] += 1
      return
    }
    kept.append(value)
    guard kept.count > most else { return }
    counts = [Int](repeating: 0, count: 1 << 16)
    for value in kept { counts[Self.bits(of: value)] += 1 }
    kept = []
  }

  /// Whether all values have to be looked at again.
  package var needsAnotherLook: Bool { !counts.isEmpty }

  /// Begins the second look.
  package mutating func lookAgain() {
    let (lower, upper) = ((count - 1) / 2, count / 2)
    var sum = 0
    for (bits, number) in counts.enumerated() where number > 0 && sum <= upper {
      if let first = middle?.lowerBound {
        middle = first...bits
      } else if sum + number > lower {
        (middle, before) = (bits...bits, sum)
      }
      sum += number
    }
  }

  /// Takes a value that was added before.
  package mutating func addAgain(_ value: Double) {
    guard let middle, middle.contains(Self.bits(of: value)) else { return }
    kept.append(value)
  }

  /// The median; NaN of no values.
  package var value: Double {
    guard count > 0 else { return .nan }
    let sorted = kept.sorted()
    let (lower, upper) = ((count - 1) / 2 - before, count / 2 - before)
    return lower == upper ? sorted[lower] : (sorted[lower] + sorted[upper]) / 2
  }

  /// The leading bits of a key that grows with the value.
  private static func bits(of value: Double) -> Int {
    let pattern = value.bitPattern
    return Int((value.sign == .minus ? ~pattern : pattern | 1 << 63) >> 48)
  }
}
