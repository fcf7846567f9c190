import Steps

/// The records of some units as they stand in a log.
///
/// A block is magic, computation, first unit, number of units, the records, checksum. The checksum
/// begins with the seed of the layout, so a block can be told even where the head of its log is
/// lost.
struct RecordBlock: Equatable {
  /// `recordsU`, as its bytes stand in the file.
  private static let magic: UInt64 = 0x5573_6472_6f63_6572

  /// How many words stand before the records.
  static let headLength = 4

  let piece: UnitPiece
  /// Where in the log the records stand, as words.
  let span: Range<Int>

  /// The word after the block.
  var end: Int { span.upperBound + 1 }

  /// The word at which the block begins.
  var start: Int { span.lowerBound - Self.headLength }

  /// How many bytes a block of so many doubles has.
  static func size(of doubles: Int) -> Int { 8 * (headLength + doubles + 1) }

  /// The records, one after the other.
  func values(in words: RecordWords) -> [Double] {
    var values = [Double](repeating: .nan, count: span.count)
    words.copy(span, into: &values, at: 0)
    return values
  }

  /// A block for a log.
  ///
  /// - Parameters:
  ///   - piece: Which units.
  ///   - records: Their records, one after the other.
  ///   - seed: The seed of the layout.
  /// - Returns: The bytes.
  static func bytes(
    _ piece: UnitPiece, _ records: UnsafeBufferPointer<Double>, seed: UInt64
  ) -> [UInt8] {
    let count = headLength + records.count + 1
    return [UInt8](unsafeUninitializedCapacity: 8 * count) { bytes, initialized in
      let words = UnsafeMutableRawBufferPointer(bytes)
      var checksum = WordChecksum(seed: seed)
      var offset = 0
      func add(_ word: UInt64) {
        checksum.add(word)
        words.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
        offset += 8
      }
      add(magic)
      add(UInt64(piece.computation))
      add(UInt64(piece.units.lowerBound))
      add(UInt64(piece.units.count))
      for value in records { add(value.bitPattern) }
      add(checksum.value)
      initialized = offset
    }
  }

  /// Reads the block that begins at a word; `nil` if none of this layout does, or it is not
  /// complete.
  ///
  /// - Parameters:
  ///   - start: The word.
  ///   - words: The content of the log.
  ///   - layout: What blocks look like.
  ///   - seed: The seed of the layout.
  init?(at start: Int, of words: RecordWords, _ layout: RecordLayout, seed: UInt64) {
    let head = Self.headLength
    guard start + head < words.count, words[start] == Self.magic,
      let computation = Int(exactly: words[start + 1]), layout.shapes.indices.contains(computation),
      let first = Int(exactly: words[start + 2]), let count = Int(exactly: words[start + 3])
    else { return nil }
    let shape = layout.shapes[computation]
    guard first < shape.unitCount, count <= shape.unitCount - first else { return nil }
    let span = (start + head)..<(start + head + count * shape.recordWidth)
    guard span.upperBound < words.count else { return nil }
    guard words.checksum(of: start..<span.upperBound, seed: seed) == words[span.upperBound] else {
      return nil
    }
    piece = UnitPiece(computation: computation, units: first..<(first + count))
    self.span = span
  }

  /// Whether the units of the block can have these records.
  ///
  /// - Parameters:
  ///   - words: The content of the log.
  ///   - computations: What the records are of.
  ///   - layout: What records look like.
  /// - Returns: False for records that no unit can have, however right the checksum is.
  func isPossible(
    in words: RecordWords, of computations: [any Computation], _ layout: RecordLayout
  ) -> Bool {
    let (values, computation) = (values(in: words), computations[piece.computation])
    let width = layout.shapes[piece.computation].recordWidth
    return piece.units.enumerated().allSatisfy { place, unit in
      computation.isPossible(values[(place * width)..<((place + 1) * width)], of: unit)
    }
  }

  /// Every block of a log, and what is between them.
  ///
  /// - Parameters:
  ///   - words: The content of the log.
  ///   - start: The word to begin at.
  ///   - layout: What blocks look like.
  /// - Returns: The blocks in their order; the number of stretches before a block that are no
  ///   block; the word behind the last block.
  static func all(
    in words: RecordWords, from start: Int, _ layout: RecordLayout
  ) -> (blocks: [RecordBlock], gaps: Int, end: Int) {
    let seed = layout.seed
    var blocks: [RecordBlock] = []
    var (gaps, end, position) = (0, start, start)
    while position < words.count {
      guard let block = RecordBlock(at: position, of: words, layout, seed: seed) else {
        position += 1
        continue
      }
      if position > end { gaps += 1 }
      blocks.append(block)
      position = block.end
      end = block.end
    }
    return (blocks, gaps, end)
  }
}
