import Runs
import Steps
import TestKit
import Testing

@Suite("Shard", .limited)
struct ShardTests {
  @Test(arguments: [0, 1, 2, 7, 64, 1000, 105_875], [1, 2, 3, 7, 64, 1001])
  func dividesIntoDisjointAndCompleteParts(total: Int, count: Int) throws {
    var next = 0
    var sizes: Set<Int> = []
    for index in 1...count {
      let share = try #require(Shard(index, of: count)).share(of: total)
      #expect(share.lowerBound == next)
      sizes.insert(share.count)
      next = share.upperBound
    }
    #expect(next == total)
    let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    #expect(most - least <= 1)
  }

  /// No part tears the cells that are fitted together.
  @Test(arguments: [2, 3, 7, 64, 1001])
  func dividesUnitsIntoWholeGrains(count: Int) throws {
    let order = UnitOrder(cells: 121, galaxies: 175, models: 5)
    var next = 0
    for index in 1...count {
      let shard = try #require(Shard(index, of: count))
      let units = shard.units(of: order)
      #expect(units.lowerBound == next)
      #expect(
        units.isEmpty || order.groups(in: units).allSatisfy { [1, 8].contains($0.units.count) })
      if let last = units.last {
        #expect(Shard(holding: units.lowerBound, of: order, among: count) == shard)
        #expect(Shard(holding: last, of: order, among: count) == shard)
      }
      next = units.upperBound
    }
    #expect(next == order.unitCount)
  }

  @Test func dividesIntoAnyNumberOfParts() throws {
    let last = try #require(Shard(.max, of: .max))
    #expect(last.share(of: 105_875) == 105_874..<105_875)
    #expect(try #require(Shard(1, of: .max)).share(of: 105_875).isEmpty)
  }

  @Test(arguments: ["1/1", "2/7", "7/7", "64/64", "\(Int.max)/\(Int.max)"])
  func isReadAsItIsWritten(word: String) {
    #expect(Shard(word)?.description == word)
  }

  @Test(arguments: [
    "", "/", "1", "0/3", "4/3", "a/b", "1/", "/2", "-1/3", "+1/3", "1/0", "1/2/3", " 1/2", "1/2 ",
    "99999999999999999999/3", "1.0/2",
  ])
  func refusesOtherWords(word: String) {
    #expect(Shard(word) == nil)
  }
}
