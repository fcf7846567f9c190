/// The content of a log as words of 64 bits, the lowest byte first.
struct RecordWords {
  private let bytes: [UInt8]
  /// How many words there are; bytes at the end that fill no word are left out.
  let count: Int

  /// Whether no byte is left out.
  var isWhole: Bool { bytes.count == 8 * count }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    count = bytes.count / 8
  }

  subscript(index: Int) -> UInt64 {
    precondition(index >= 0 && index < count, "word \(index) is not in 0..<\(count)")
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }
  }

  /// The checksum over some words.
  func checksum(of range: Range<Int>, seed: UInt64) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are such words")
    return bytes.withUnsafeBytes { bytes in
      var checksum = WordChecksum(seed: seed)
      for index in range {
        checksum.add(
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)))
      }
      return checksum.value
    }
  }

  /// Copies words to where they stand for doubles.
  func copy(_ range: Range<Int>, into values: inout [Double], at start: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are such words")
    precondition(start >= 0 && start + range.count <= values.count, "there is room for them")
    bytes.withUnsafeBytes { bytes in
      values.withUnsafeMutableBufferPointer { values in
        for index in range {
          let word = bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
          values[start + index - range.lowerBound] = Double(
            bitPattern: UInt64(littleEndian: word))
        }
      }
    }
  }

  /// Words as the bytes of a file.
  static func bytes(_ words: [UInt64]) -> [UInt8] {
    words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  /// How many words a text takes.
  static let textLength = 8

  /// A text of at most 64 bytes as words, filled up with zeros.
  static func text(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8.prefix(8 * textLength))
    let filled = bytes + [UInt8](repeating: 0, count: 8 * textLength - bytes.count)
    return filled.withUnsafeBytes { filled in
      (0..<textLength).map {
        UInt64(littleEndian: filled.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
      }
    }
  }

  /// The text that words hold; `nil` if they hold none.
  static func text(_ words: some Collection<UInt64>) -> String? {
    guard words.count == textLength else { return nil }
    return String(validating: bytes(Array(words)).prefix { $0 != 0 }, as: UTF8.self)
  }
}
