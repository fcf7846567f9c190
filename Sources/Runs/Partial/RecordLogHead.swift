/// The head of a log of records: who wrote it for which plan.
///
/// A log is a sequence of words of 64 bits, the lowest byte first. The head is magic, version, its
/// own length, shard (index and count), layout and checksum.
struct RecordLogHead: Equatable {
  /// Raised when the layout of the file or the numbers of units change.
  static let version: UInt64 = 3

  /// `upsilonr`, as its bytes stand in the file.
  private static let magic: UInt64 = 0x726e_6f6c_6973_7075

  /// How many words stand before the layout.
  private static let layoutStart = 5

  let shard: Shard
  let layout: RecordLayout

  /// How many words a head of this layout has.
  static func length(_ layout: RecordLayout) -> Int {
    layoutStart + layout.words.count + 1
  }

  var words: [UInt64] {
    let layoutWords = layout.words
    let content =
      [
        Self.magic, Self.version, UInt64(Self.layoutStart + layoutWords.count + 1),
        UInt64(shard.index), UInt64(shard.count),
      ] + layoutWords
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
    guard words.count > layoutStart, words[0] == magic, let length = Int(exactly: words[2]),
      length > layoutStart, length <= words.count
    else { return .damaged }
    let content = (0..<(length - 1)).map { words[$0] }
    guard checksum(content) == words[length - 1] else { return .damaged }
    guard content[1] == version, let index = Int(exactly: content[3]),
      let count = Int(exactly: content[4]), let shard = Shard(index, of: count),
      let layout = RecordLayout(Array(content.dropFirst(layoutStart)))
    else { return .foreign }
    return .known(RecordLogHead(shard: shard, layout: layout))
  }
}
