/// The fewest decimal digits that read back as a double, and among them those nearest to it.
///
///     value = digits · 10^exponent
///
/// The interval of numbers that read back is scaled to whole numbers by a power of ten, with its
/// ends rounded to odd, so that every comparison comes out as with exact numbers. A multiple of ten
/// in it is taken first, then one of its two neighbours of the value.
///
/// - SeeAlso: Giulietti 2022, The Schubfach way to render doubles, sections 8 and 9.
struct ShortestDecimal {
  private(set) var digits: UInt64
  private(set) var exponent: Int

  /// Works them out.
  ///
  /// - Parameters:
  ///   - bits: The bit pattern of a finite number above zero.
  ///   - powers: ``PowersOfTen/halves``.
  @inline(__always)
  init(ofBits bits: UInt64, _ powers: UnsafePointer<UInt64>) {
    let fraction = bits & 0xf_ffff_ffff_ffff
    let field = Int(bits >> 52)
    let isNormal = field != 0
    let significand = isNormal ? fraction | 1 << 52 : fraction
    let binary = isNormal ? field - 1075 : -1074
    if binary <= 0, binary > -53, significand & ((1 << UInt64(-binary)) - 1) == 0 {
      // A whole number.
      (digits, exponent) = (significand >> UInt64(-binary), 0)
      return
    }
    // Below a power of two the doubles are twice as close.
    let isCloserBelow = fraction == 0 && field > 1
    // ⌊log₁₀ 2^binary⌋, or that of three quarters of it.
    let decimal = (binary * 1_262_611 - (isCloserBelow ? 524_031 : 0)) >> 22
    let shift = UInt64(binary + ((-decimal * 1_741_647) >> 19) + 1)
    let pair = powers + 2 * (-decimal - PowersOfTen.exponents.lowerBound)
    let (high, low) = (pair[0], pair[1])
    func scaled(_ quarters: UInt64) -> UInt64 {
      let value = quarters << shift
      let below = low.multipliedFullWidth(by: value).high
      let (upper, lower) = high.multipliedFullWidth(by: value)
      let (sum, carry) = lower.addingReportingOverflow(below)
      return (upper + (carry ? 1 : 0)) | (sum > 1 ? 1 : 0)
    }
    // An even significand owns the ends of its interval.
    let odd = significand & 1
    let centre = scaled(4 * significand)
    let lowest = scaled(4 * significand - (isCloserBelow ? 1 : 2)) + odd
    let highest = scaled(4 * significand + 2) - odd
    let whole = centre / 4
    if whole >= 10 {
      let tens = whole / 10
      let (down, up) = (lowest <= 40 * tens, 40 * tens + 40 <= highest)
      if down != up {
        (digits, exponent) = (up ? tens + 1 : tens, decimal + 1)
        return
      }
    }
    exponent = decimal
    let (down, up) = (lowest <= 4 * whole, 4 * whole + 4 <= highest)
    if down != up {
      digits = up ? whole + 1 : whole
    } else {
      let middle = 4 * whole + 2
      let isUp = centre > middle || centre == middle && whole & 1 == 1
      digits = isUp ? whole + 1 : whole
    }
  }
}
