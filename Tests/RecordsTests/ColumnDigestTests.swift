import Numerics
import Records
import Support
import Tables
import TestKit
import Testing

@Suite("The digest of a column", .limited)
struct ColumnDigestTests {
  private static let number = ColumnSchema("x", "a number")
  private static let word = ColumnSchema("w", .word(["a", "bc", "unused"]), "a word")

  private static func record(
    _ schema: ColumnSchema, _ parts: [[Double]], knowing known: ColumnContent? = nil
  ) -> ColumnRecord {
    var digest = ColumnDigest(schema)
    for part in parts { digest.take(part) }
    digest.lookAgain(knowing: known)
    if digest.needsAnotherLook { for part in parts { digest.takeAgain(part) } }
    return digest.record
  }

  @Test func isThatOfTheParts() {
    let values = (0..<100).map { (row: Int) -> Double in row % 7 == 0 ? .nan : 0.1 * Double(row) }
    let whole = Self.record(Self.number, [values])
    let parts = [Array(values[..<1]), [], Array(values[1..<64]), Array(values[64...])]
    #expect(Self.record(Self.number, parts) == whole)
    #expect(whole.content.missing == 15)
    let present = values.filter { !$0.isNaN }
    #expect(whole.content.mean == Statistics.mean(present))
    #expect(whole.content.std == Statistics.std(present))
    let words = Self.record(Self.word, [[0, 1], [.nan, 1]])
    #expect(words == Self.record(Self.word, [[0, 1, .nan, 1]]))
    #expect(words.content.distinct == 2)
    #expect(words.content.sha256 == Fingerprint(of: Array("a\0bc\0\0bc\0".utf8)).description)
  }

  @Test func believesASpreadOfTheSameValuesOnly() throws {
    let known = Self.record(Self.number, [[1, 2, 4]]).content
    #expect(Self.record(Self.number, [[1, 2], [4]], knowing: known).content == known)
    let other = Self.record(Self.number, [[1, 2, 5]], knowing: known).content
    #expect(other.std == Statistics.std([1, 2, 5]))
  }

  @Test func hasNoSpreadOfNothing() {
    #expect(Self.record(Self.number, []).content.std == nil)
    #expect(Self.record(Self.number, [[.nan]]).content.missing == 1)
    #expect(Self.record(Self.number, [[3, 3]]).content.std == 0)
  }

  @Test func hasNoWordsWhereNoneAreKnown() {
    let content = Self.record(ColumnSchema("w", .word(nil), "a word"), [[]]).content
    #expect(content.distinct == 0)
    #expect(content.min == nil)
  }

  @Test func learnsWordsOnTheWay() {
    var digest = ColumnDigest(ColumnSchema("w", .word(["a"]), "a word"))
    digest.take([0])
    digest.learn(ColumnSchema("w", .word(["a", "bc"]), "a word"))
    digest.take([1])
    #expect(digest.record.content.distinct == 2)
    #expect(digest.record.content.sha256 == Fingerprint(of: Array("a\0bc\0".utf8)).description)
  }
}
