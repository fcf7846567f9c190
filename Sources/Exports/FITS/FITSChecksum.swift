/// The sum by which a FITS file is checked: of its words of 32 bits, in ones' complement.
///
/// - SeeAlso: FITS Standard 4.0, appendix J.
struct FITSChecksum: Equatable {
  private(set) var value: UInt32 = 0

  /// Adds bytes; all but the last pieces have a multiple of four.
  mutating func add(_ bytes: [UInt8]) {
    var sum = UInt64(value)
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset + 4 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        sum += UInt64(UInt32(bigEndian: word))
        offset += 4
      }
      // What is missing of the last word are zeros.
      var rest: UInt64 = 0
      for index in offset..<offset + 4 where offset < buffer.count {
        rest = rest << 8 | UInt64(index < buffer.count ? buffer[index] : 0)
      }
      sum += rest
    }
    while sum >> 32 != 0 { sum = (sum & 0xffff_ffff) + (sum >> 32) }
    value = UInt32(sum)
  }

  mutating func add(_ other: FITSChecksum) {
    let sum = UInt64(value) + UInt64(other.value)
    value = UInt32((sum & 0xffff_ffff) + (sum >> 32))
  }

  /// The sixteen characters that make the sum of a whole unit zero where the sum without them is
  /// this one.
  var encoded: String {
    let complement = ~value
    var text = [UInt8](repeating: 0, count: 16)
    for index in 0..<4 {
      let byte = UInt8(complement >> UInt32(24 - 8 * index) & 0xff)
      var parts = [UInt8](repeating: byte / 4 + 0x30, count: 4)
      parts[0] += byte % 4
      while parts.contains(where: Self.isPunctuation) {
        for pair in [0, 2] where parts[pair...(pair + 1)].contains(where: Self.isPunctuation) {
          parts[pair] += 1
          parts[pair + 1] -= 1
        }
      }
      for (place, part) in parts.enumerated() { text[(4 * place + index + 1) % 16] = part }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    0x3a...0x40 ~= byte || 0x5b...0x60 ~= byte
  }
}
