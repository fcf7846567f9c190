import Foundation
import Runs
import Testing

/// A log of records that somebody changes on purpose, with checksums that are right.
struct ForgedLog {
  private static let blockMagic: UInt64 = 0x5573_6472_6f63_6572
  private static let headMagic: UInt64 = 0x726e_6f6c_6973_7075
  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

  private let path: String
  private(set) var words: [UInt64]

  init(at path: String) throws {
    self.path = path
    let bytes = try Files.read(path)
    words = stride(from: 0, to: bytes.count - 7, by: 8).map { start in
      bytes[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
  }

  /// Where the first block begins.
  var block: Int { words.firstIndex(of: Self.blockMagic) ?? 0 }

  /// Changes doubles of the first record of the first block.
  ///
  /// - Parameters:
  ///   - width: How many doubles a record has.
  ///   - change: Changes the doubles of the first unit of the block.
  mutating func changeRecord(width: Int, _ change: (inout [Double]) -> Void) {
    let head = block + 4
    let end = head + Int(words[block + 3]) * width
    // The steps of the checksum back to its seed, which only the program knows.
    var seed = words[end]
    for word in words[block..<end].reversed() {
      seed ^= seed >> 32
      seed = (seed &* Self.inverse) ^ word
    }
    var record = words[head..<(head + width)].map { Double(bitPattern: $0) }
    change(&record)
    words.replaceSubrange(head..<(head + width), with: record.map(\.bitPattern))
    words[end] = Self.checksum(words[block..<end], seed: seed)
  }

  /// Changes the numbers of units and doubles that the head tells.
  mutating func changeShape(unitCount: UInt64, width: UInt64) {
    let length = Int(words[2])
    words.replaceSubrange((length - 5)..<(length - 1), with: [unitCount, 1, 1, width])
    words[length - 1] = Self.checksum(words[..<(length - 1)], seed: Self.headMagic)
  }

  func write() throws {
    let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    try Data(bytes).write(to: URL(filePath: path))
  }

  private static func checksum(_ words: some Sequence<UInt64>, seed: UInt64) -> UInt64 {
    words.reduce(seed) { value, word in
      let product = (value ^ word) &* factor
      return product ^ product >> 32
    }
  }

  /// The inverse of the factor among words of 64 bits.
  private static var inverse: UInt64 {
    (0..<6).reduce(factor) { guess, _ in guess &* (2 &- factor &* guess) }
  }
}
