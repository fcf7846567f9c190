import Support

/// A part of the units of a plan: the `index`-th of `count` parts that are disjoint and complete.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which part, from 1.
  package let index: Int
  /// How many parts there are.
  package let count: Int

  /// All units in one part.
  package static let whole = Shard(index: 1, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// - Returns: `nil` unless 1 ≤ `index` ≤ `count`.
  package init?(_ index: Int, of count: Int) {
    guard index >= 1, index <= count else { return nil }
    self.init(index: index, count: count)
  }

  /// Reads a shard as it is written: `2/7`.
  package init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, words.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let index = Int(words[0]), let count = Int(words[1])
    else { return nil }
    self.init(index, of: count)
  }

  /// The part that holds a unit.
  ///
  /// - Parameters:
  ///   - unit: The unit, from 0.
  ///   - total: How many units there are, more than `unit`.
  ///   - count: How many parts there are.
  init(holding unit: Int, of total: Int, among count: Int) {
    // The first part that ends behind the unit: the smallest i with i · total ≥ (unit + 1) · count.
    let product = (unit + 1).multipliedFullWidth(by: count)
    let (quotient, remainder) = total.dividingFullWidth(product)
    self.init(index: remainder == 0 ? quotient : quotient + 1, count: count)
  }

  package var description: String { "\(index)/\(count)" }

  /// The units of this part.
  ///
  /// Parts are contiguous and differ by one unit at most; with more parts than units some are
  /// empty.
  ///
  /// - Parameter total: How many units there are, not negative.
  /// - Returns: Their range.
  package func units(of total: Int) -> Range<Int> {
    bound(index - 1, total)..<bound(index, total)
  }

  /// The first unit after some parts: `parts` · `total` / `count`, rounded down.
  private func bound(_ parts: Int, _ total: Int) -> Int {
    let product = parts.multipliedFullWidth(by: total)
    return count.dividingFullWidth(product).quotient
  }
}
