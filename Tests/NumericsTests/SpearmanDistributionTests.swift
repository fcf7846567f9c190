import Numerics
import TestKit
import Testing

@Suite("The exact distribution of Spearman's coefficient", .limited)
struct SpearmanDistributionTests {
  private static func rising(_ count: Int) -> [Double] { (0..<count).map { Double($0) } }

  /// Two of n! orders are as far off as a rising one.
  @Test(arguments: zip(2...9, [2.0, 6, 24, 120, 720, 5040, 40320, 362_880]))
  func knowsTheRisingAndTheFallingOrder(count: Int, orders: Double) throws {
    let list = Self.rising(count)
    for other in [list, list.reversed()] {
      let p = try #require(SpearmanDistribution.twoSidedProbability(list, other))
      #expect(p == 2 / orders)
    }
  }

  /// The permutations of some numbers.
  private static func orders(_ list: [Double]) -> [[Double]] {
    if list.isEmpty { return [[]] }
    return list.indices.flatMap { index in
      var rest = list
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test(arguments: 2...6)
  func countsEveryOrder(count: Int) throws {
    let list = Self.rising(count)
    let orders = Self.orders(list)
    let all = orders.map { Correlation.spearman(list, $0).magnitude }
    for (order, r) in zip(orders, all) {
      let share = Double(all.count { $0 > r - 1e-9 }) / Double(all.count)
      #expect(SpearmanDistribution.twoSidedProbability(list, order) == share)
    }
  }

  /// All orders counted by numpy 2.4.6; the first by scipy.stats.permutation_test of 1.17.1 too.
  @Test(arguments: [
    ([2, 1, 4, 3, 6, 5, 7], 0.012_301_587_301_587_301),
    ([3, 1, 2, 7, 5, 8, 4, 6], 0.114_980_158_730_158_73),
    ([5, 9, 2, 7, 1, 8, 3, 6, 4], 0.677_744_708_994_709),
    ([2, 4, 1, 3, 9, 5, 6, 7, 8], 0.025_490_520_282_186_95),
  ])
  func agreesWithNumpy(order: [Double], probability: Double) throws {
    let list = Self.rising(order.count).map { Elementary.exp($0) }
    let p = try #require(SpearmanDistribution.twoSidedProbability(list, order))
    #expect(p.isNear(probability, relative: 1e-14))
  }

  @Test func isUnknownWithTiesOrForOtherNumbersOfPairs() {
    let list = Self.rising(10)
    #expect(SpearmanDistribution.twoSidedProbability(list, list) == nil)
    #expect(SpearmanDistribution.twoSidedProbability([1], [1]) == nil)
    #expect(SpearmanDistribution.twoSidedProbability([], []) == nil)
    #expect(SpearmanDistribution.twoSidedProbability([1, 2, 2], [1, 2, 3]) == nil)
    #expect(SpearmanDistribution.twoSidedProbability([1, 2, 3], [0, 1, -0.0]) == nil)
    #expect(SpearmanDistribution.twoSidedProbability([1, 2, .nan], [1, 2, 3]) == nil)
  }
}
