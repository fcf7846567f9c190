/// The head of a log of records: who wrote it for which plan.
///
/// A log is a sequence of words of 64 bits, the lowest byte first. The head is magic, version, shard
/// (index and count), layout and checksum.
struct RecordLogHead: Equatable {
  /// Raised when the layout of the file changes.
  static let version: UInt64 = 1

  /// `upsilonr`, as its bytes stand in the file.
  private static let magic: UInt64 = 0x726e_6f6c_6973_7075

  let shard: Shard
  let layout: RecordLayout

  /// How many words a head of this layout has.
  static func length(_ layout: RecordLayout) -> Int {
    5 + layout.words.count
  }

  var words: [UInt64] {
    let content =
      [Self.magic, Self.version, UInt64(shard.index), UInt64(shard.count)] + layout.words
    return content + [Self.checksum(content)]
  }

  private static func checksum(_ words: some Sequence<UInt64>) -> UInt64 {
    var checksum = WordChecksum(seed: magic)
    for word in words { checksum.add(word) }
    return checksum.value
  }

  /// What the head of a file turned out to be.
  enum Reading: Equatable {
    case known(RecordLogHead)
    /// A head in order, of another version.
    case foreign
    /// No head.
    case damaged
  }

  /// Reads the head of a log.
  static func read(_ words: RecordWords) -> Reading {
    guard words.count > 12, words[0] == magic else { return .damaged }
    // The number of computations stands behind the identity and tells where the head ends.
    guard words[12] < UInt64(words.count) else { return .damaged }
    let end = 13 + 2 * Int(words[12])
    guard end < words.count, checksum((0..<end).lazy.map { words[$0] }) == words[end] else {
      return .damaged
    }
    let numbers = (2..<end).map { Int(exactly: words[$0]) ?? -1 }
    guard words[1] == version, let shard = Shard(numbers[0], of: numbers[1]) else {
      return .foreign
    }
    let shapes = stride(from: 11, to: numbers.count, by: 2).map {
      RecordLayout.Shape(unitCount: numbers[$0], recordWidth: numbers[$0 + 1])
    }
    guard shapes.allSatisfy({ $0.unitCount >= 0 && $0.recordWidth >= 0 }) else { return .foreign }
    let identity = RecordWords.bytes((4..<12).map { words[$0].byteSwapped })
    return .known(
      RecordLogHead(
        shard: shard,
        layout: RecordLayout(identity: String(decoding: identity, as: UTF8.self), shapes: shapes)))
  }
}
