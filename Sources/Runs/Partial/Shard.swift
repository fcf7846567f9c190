package import Steps
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
  ///   - unit: The unit.
  ///   - order: How units are numbered.
  ///   - count: How many parts there are.
  package init(holding unit: Int, of order: UnitOrder, among count: Int) {
    // The first part that ends behind the grain: the smallest i with
    // i · grains ≥ (grain + 1) · count.
    let product = (order.grain(of: unit) + 1).multipliedFullWidth(by: count)
    let (quotient, remainder) = order.grainCount.dividingFullWidth(product)
    self.init(index: remainder == 0 ? quotient : quotient + 1, count: count)
  }

  package var description: String { "\(index)/\(count)" }

  /// The units of this part: whole grains.
  ///
  /// Parts are contiguous and differ by one grain at most; with more parts than grains some are
  /// empty.
  package func units(of order: UnitOrder) -> Range<Int> {
    order.units(ofGrains: share(of: order.grainCount))
  }

  /// This part of some things in their order.
  ///
  /// - Parameter total: How many there are, not negative.
  /// - Returns: Their range.
  package func share(of total: Int) -> Range<Int> {
    bound(index - 1, total)..<bound(index, total)
  }

  /// The first one after some parts: `parts` · `total` / `count`, rounded down.
  private func bound(_ parts: Int, _ total: Int) -> Int {
    let product = parts.multipliedFullWidth(by: total)
    return count.dividingFullWidth(product).quotient
  }
}
