/// The decimal digits of a whole number as characters, in room that is lent to it.
struct WholeDigits {
  /// How many characters are made: three words of eight, which hold what 64 bits may have.
  private static let made = 24
  /// How many bytes a copy takes.
  static let copied = 24
  /// How many bytes of room the digits need, so that a copy of the last one does not leave it.
  static let room = made + copied
  /// The character zero in every byte.
  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  private let first: UnsafeMutablePointer<UInt8>
  private(set) var count: Int

  /// Writes the digits, eight at a time.
  @inline(__always)
  init(_ number: UInt64, in room: UnsafeMutableBufferPointer<UInt8>) {
    guard let base = room.baseAddress else { preconditionFailure("there is room for digits") }
    let words = UnsafeMutableRawPointer(base)
    func write(_ word: UInt64, at offset: Int) {
      words.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
    for offset in stride(from: Self.made, to: Self.room, by: 8) { write(0, at: offset) }
    let (upper, lower) = number.quotientAndRemainder(dividingBy: 100_000_000)
    var first = Self.digits(of: lower)
    var used = 1
    write(first | Self.zeros, at: 16)
    if upper > 0 {
      let (highest, middle) = upper.quotientAndRemainder(dividingBy: 100_000_000)
      first = Self.digits(of: middle)
      used = 2
      write(first | Self.zeros, at: 8)
      if highest > 0 {
        first = Self.digits(of: highest)
        used = 3
        write(first | Self.zeros, at: 0)
      }
    }
    // Of zero one digit is left.
    count = 8 * used - min(7, first.trailingZeroBitCount / 8)
    self.first = base + (Self.made - count)
  }

  /// Eight digits of a number below 10⁸, the first one in the lowest byte.
  ///
  /// The number is parted into halves, these into halves and these again, all at a time.
  @inline(__always)
  private static func digits(of number: UInt64) -> UInt64 {
    let (upper, lower) = UInt32(truncatingIfNeeded: number).quotientAndRemainder(
      dividingBy: 10_000)
    let fours = UInt64(upper) | UInt64(lower) << 32
    // 10,486 / 2²⁰ and 103 / 2¹⁰ are a hundredth and a tenth as long as a part has four or two
    // digits.
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007f_0000_007f
    let pairs = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000f_000f_000f_000f
    return tens | (pairs &- tens &* 10) << 8
  }

  /// The same without zeros at the end.
  @inline(__always)
  var withoutZerosAtEnd: WholeDigits {
    var digits = self
    while digits.count > 1, first[digits.count - 1] == UInt8(ascii: "0") { digits.count -= 1 }
    return digits
  }

  /// Copies some digits, and what lies behind them: always as many bytes, which takes less time
  /// than to ask how many.
  ///
  /// - Returns: Where they end.
  @inline(__always)
  func copy(
    from start: Int, count: Int, to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let (source, target) = (UnsafeRawPointer(first + start), UnsafeMutableRawPointer(place))
    for offset in stride(from: 0, to: Self.copied, by: 8) {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        toByteOffset: offset, as: UInt64.self)
    }
    return place + count
  }
}
