import Runs
import TestKit
import Testing

@Suite("Shard", .limited)
struct ShardTests {
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
