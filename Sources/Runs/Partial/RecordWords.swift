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

  /// Words as the bytes of a file.
  static func bytes(_ words: [UInt64]) -> [UInt8] {
    words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }
}
