/// The cyclic redundancy check by which zip archives know damaged members.
///
/// - SeeAlso: ISO 3309; PKWARE APPNOTE 6.3.10, section 4.4.7.
struct CRC32 {
  private var rest = UInt32.max

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 0 ? rest >> 1 : 0xedb8_8320 ^ (rest >> 1)
    }
  }

  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    var check = CRC32()
    check.update(bytes)
    return check.checksum
  }

  /// Takes more of the content.
  mutating func update(_ bytes: ArraySlice<UInt8>) {
    rest = Self.table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        var rest = rest
        for byte in bytes { rest = table[Int((rest ^ UInt32(byte)) & 0xff)] ^ (rest >> 8) }
        return rest
      }
    }
  }

  /// The check of what was taken so far.
  var checksum: UInt32 { ~rest }
}
