/// The exact distribution of Spearman's coefficient where every order is equally likely.
///
///     r = 1 − 6 D / (n³ − n),  D = Σ (rank x − rank y)²
///
/// D is a whole number from 0 to (n³ − n) / 3, symmetric about the middle. It is counted over all
/// n! orders, by adding one rank after the other to every set of ranks that is taken already.
///
/// - SeeAlso: Kendall 1938, Biometrika 30, 81; Olds 1938, Ann. Math. Statist. 9, 133, tables I
///   to IV.
package enum SpearmanDistribution {
  /// The largest number of pairs that is counted.
  package static let most = 9

  /// The probability of a coefficient at least as far from zero if there is no correlation.
  ///
  /// - Parameters:
  ///   - x: One list; shape `[n]`.
  ///   - y: The other; shape `[n]`.
  /// - Returns: The share of the orders; `nil` for fewer than two pairs or more than ``most``, and
  ///   where a value is missing or stands twice in a list.
  /// - Precondition: The lists are equally long.
  package static func twoSidedProbability(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "a correlation needs pairs")
    let n = x.count
    guard (2...most).contains(n), let x = places(x), let y = places(y) else { return nil }
    let counts = counts[n]
    let distance = zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let middle = (counts.count - 1) / 2
    let far = (distance - middle).magnitude
    let orders = counts.indices.reduce(0) {
      ($1 - middle).magnitude >= far ? $0 + counts[$1] : $0
    }
    return Double(orders) / Double(counts.reduce(0, +))
  }

  /// The places of distinct values in ascending order, from zero.
  private static func places(_ values: [Double]) -> [Int]? {
    guard Set(values).count == values.count, !values.contains(where: \.isNaN) else { return nil }
    return values.map { value in values.count { $0 < value } }
  }

  /// How many orders have each D; shape `[n][D]`.
  private static let counts: [[Int]] = (0...most).map(counted)

  private static func counted(_ n: Int) -> [Int] {
    let largest = (n * n * n - n) / 3
    // The orders of the first ranks, by the set of ranks that they take.
    var orders = [[Int]](repeating: [], count: 1 << n)
    orders[0] = [Int](repeating: 0, count: largest + 1)
    orders[0][0] = 1
    for set in orders.indices where set > 0 {
      var sum = [Int](repeating: 0, count: largest + 1)
      let last = set.nonzeroBitCount - 1
      for rank in 0..<n where set & (1 << rank) != 0 {
        let square = (last - rank) * (last - rank)
        let before = orders[set & ~(1 << rank)]
        for distance in 0...(largest - square) { sum[distance + square] += before[distance] }
      }
      orders[set] = sum
    }
    return orders[orders.count - 1]
  }
}
