/// What a part ends with once it is whole: how many blocks and units stand before it, and a
/// checksum over those of the blocks.
///
/// A block tells that it is right, the seal that none is missing.
struct PartSeal {
  /// `sealedU1`, as its bytes stand in the file.
  private static let magic: UInt64 = 0x3155_6465_6c61_6573

  /// How many words it has.
  static let length = 4

  private var blocks = 0
  private(set) var units = 0
  private var checksum: WordChecksum

  /// The seal of a part without blocks.
  init(_ head: RecordLogHead) {
    checksum = WordChecksum(seed: head.layout.seed)
    checksum.add(UInt64(head.shard.index))
    checksum.add(UInt64(head.shard.count))
  }

  /// Takes in a block.
  ///
  /// - Parameters:
  ///   - checksum: Its checksum.
  ///   - units: How many units it has.
  mutating func add(_ checksum: UInt64, units: Int) {
    self.checksum.add(checksum)
    blocks += 1
    self.units += units
  }

  var words: [UInt64] {
    let counts = [UInt64(blocks), UInt64(units)]
    var checksum = checksum
    for count in counts { checksum.add(count) }
    return [Self.magic] + counts + [checksum.value]
  }

  /// Whether some words are a seal, be it of other blocks.
  static func begins(at word: Int, of words: RecordWords) -> Bool {
    word < words.count && words[word] == magic
  }

  /// Whether the seal ends some words, with nothing behind it.
  func ends(_ words: RecordWords, from start: Int) -> Bool {
    words.isWhole && words.count - start == Self.length
      && (start..<words.count).map { words[$0] } == self.words
  }
}
