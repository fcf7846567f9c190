/// The powers of ten as 128-bit numbers, rounded up: what turns a binary exponent into a decimal
/// one.
///
///     10ᵏ ≈ g 2ʳ,  g = ⌊10ᵏ 2⁻ʳ⌋ + 1,  2¹²⁷ ≤ g < 2¹²⁸
///
/// They are worked out with whole numbers when the first is asked for, which takes less time than
/// opening a file, so that no digit of them can be mistyped.
enum PowersOfTen {
  /// The exponents that doubles need.
  static let exponents = -292...324

  /// The upper and the lower half of each, one after the other.
  static let halves: [UInt64] = {
    let negative = truncated(count: -exponents.lowerBound + 1) { $0.divide() }.reversed()
    let positive = truncated(count: exponents.upperBound + 1) { $0.multiply() }
    // Up to 10⁵⁵ the 128 bits hold the power itself; what is exact is not rounded up.
    return (negative.dropLast() + positive).enumerated().flatMap { index, value in
      let exponent = index + exponents.lowerBound
      let rounded = (0...55).contains(exponent) ? value : value + 1
      return [UInt64(truncatingIfNeeded: rounded >> 64), UInt64(truncatingIfNeeded: rounded)]
    }
  }()

  /// The leading 128 bits of one number after the other, the first of which is a power of two.
  private static func truncated(
    count: Int, next: (inout WideNumber) -> Void
  ) -> [UInt128] {
    var number = WideNumber()
    return (0..<count).map { index in
      if index > 0 { next(&number) }
      return number.leadingBits
    }
  }

  /// A whole number that begins as a power of two so large that it can be divided by ten 292 times
  /// and keep 128 bits, or multiplied 324 times.
  ///
  /// Dividing one after the other leaves out the same as dividing at once.
  private struct WideNumber {
    /// 64 bits each, the lowest first.
    private var limbs: [UInt64]

    init() {
      limbs = [UInt64](repeating: 0, count: 38)
      limbs[19] = 1
    }

    mutating func multiply() {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let (high, low) = limbs[index].multipliedFullWidth(by: 10)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        limbs[index] = sum
        carry = high + (overflow ? 1 : 0)
      }
    }

    mutating func divide() {
      var rest: UInt64 = 0
      for index in limbs.indices.reversed() {
        (limbs[index], rest) = (10 as UInt64).dividingFullWidth((rest, limbs[index]))
      }
    }

    /// The first bit that is one, and the 127 behind it.
    var leadingBits: UInt128 {
      let top = limbs.lastIndex { $0 != 0 } ?? 2
      let zeros = limbs[top].leadingZeroBitCount
      let words = UInt128(limbs[top]) << 64 | UInt128(limbs[top - 1])
      guard zeros > 0 else { return words }
      return words << UInt128(zeros) | UInt128(limbs[top - 2] >> UInt64(64 - zeros))
    }
  }
}
