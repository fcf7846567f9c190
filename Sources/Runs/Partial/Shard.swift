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

  package var description: String { "\(index)/\(count)" }
}
