import Runs
import TestKit
import Testing

@Suite("Shard", .limited)
struct ShardTests {
  @Test(arguments: [0, 1, 2, 7, 64, 1000, 105_875], [1, 2, 3, 7, 64, 1001])
  func dividesUnitsIntoDisjointAndCompleteParts(total: Int, count: Int) throws {
    var next = 0
    var sizes: Set<Int> = []
    for index in 1...count {
      let units = try #require(Shard(index, of: count)).units(of: total)
      #expect(units.lowerBound == next)
      sizes.insert(units.count)
      next = units.upperBound
    }
    #expect(next == total)
    let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    #expect(most - least <= 1)
  }

  @Test func dividesIntoAnyNumberOfParts() throws {
    let last = try #require(Shard(.max, of: .max))
    #expect(last.units(of: 105_875) == 105_874..<105_875)
    #expect(try #require(Shard(1, of: .max)).units(of: 105_875).isEmpty)
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
