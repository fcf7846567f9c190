/// The decimal digits of a number, from the first one on, in words that stay in registers.
struct DigitWords {
  /// How many digits there are room for.
  static let most = 17
  /// How many bytes are written at a time, whatever the number of digits.
  static let written = 24
  /// The character zero in every byte.
  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The first eight digits as characters, the first of all in the lowest byte, then the next eight
  /// and the last; zeros behind the end.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  /// How many digits the number has.
  let length: Int
  /// How many there are up to the last that is not zero.
  let count: Int

  /// Works them out.
  ///
  /// - Parameter number: A number above zero with no more than ``most`` digits.
  @inline(__always)
  init(_ number: UInt64) {
    // 1233 / 4096 is log₁₀ 2 closely enough to be one too small at most.
    let guess = ((64 - number.leadingZeroBitCount) &* 1233) >> 12
    length = guess + (number >= Self.powers[guess] ? 1 : 0)
    let filled = number &* Self.powers[Self.most - length]
    let (upper, lower) = filled.quotientAndRemainder(dividingBy: 1_000_000_000)
    let (middle, last) = lower.quotientAndRemainder(dividingBy: 10)
    let (one, two) = (Self.eightDigits(of: upper), Self.eightDigits(of: middle))
    (first, second, third) = (one | Self.zeros, two | Self.zeros, last | Self.zeros)
    count =
      last != 0
      ? Self.most : two != 0 ? 16 - two.leadingZeroBitCount / 8 : 8 - one.leadingZeroBitCount / 8
  }

  /// Eight digits of a number below 10⁸, the first one in the lowest byte.
  ///
  /// The number is parted into halves, these into halves and these again, all at a time.
  @inline(__always)
  static func eightDigits(of number: UInt64) -> UInt64 {
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

  /// Writes all digits, and zeros behind them.
  @inline(__always)
  func write(to place: UnsafeMutablePointer<UInt8>) {
    Self.write(first, to: place)
    Self.write(second, to: place + 8)
    Self.write(third, to: place + 16)
  }

  /// Writes all digits with a point behind some of them, and zeros behind them.
  ///
  /// - Parameters:
  ///   - before: How many digits stand before the point, one at least and fewer than all.
  ///   - place: Where.
  @inline(__always)
  func write(pointAfter before: Int, to place: UnsafeMutablePointer<UInt8>) {
    // All stand one place further on, and then those before the point where they belong.
    write(to: place + 1)
    if before < 8 {
      Self.write(Self.inserting(before, into: first), to: place)
    } else {
      Self.write(first, to: place)
      if before < 16 {
        Self.write(Self.inserting(before - 8, into: second), to: place + 8)
      } else {
        Self.write(second, to: place + 8)
        place[16] = UInt8(ascii: ".")
      }
    }
  }

  /// A word with a point behind so many of its characters; the last one is left out.
  @inline(__always)
  private static func inserting(_ count: Int, into word: UInt64) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: 8 &* count)
    let before: UInt64 = (1 &<< shift) &- 1
    return word & before | UInt64(UInt8(ascii: ".")) &<< shift | (word & ~before) << 8
  }

  @inline(__always)
  private static func write(_ word: UInt64, to place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt64.self)
  }

  /// Writes a number below 10⁸ without zeros before it.
  ///
  /// - Returns: Where it ends.
  @inline(__always)
  static func write(
    short number: UInt64, to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let digits = eightDigits(of: number)
    // Of zero one digit is left.
    let missing = min(7, digits.trailingZeroBitCount / 8)
    write((digits | zeros) &>> UInt64(truncatingIfNeeded: 8 &* missing), to: place)
    return place + (8 - missing)
  }

  /// Writes a number below 10⁸ with zeros before it.
  ///
  /// - Returns: Where it ends.
  @inline(__always)
  static func write(
    full number: UInt64, to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    write(eightDigits(of: number) | zeros, to: place)
    return place + 8
  }

  /// 1 to 10¹⁷.
  private static let powers: InlineArray<18, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  ]
}
