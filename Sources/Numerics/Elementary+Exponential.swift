extension Elementary {
  /// e to the power of x.
  ///
  ///     x = n ln 2 + r, |r| ≤ ln 2 / 2;  e^x = 2^n (1 + r + r² q(r))
  ///
  /// Overflows to infinity above 709.78 and falls through the subnormal numbers to zero below
  /// -745.13. Largest error measured: EXP_ULP units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The exponential of `x`.
  /// - SeeAlso: Tang 1989, ACM TOMS 15, 144, for the reduction in two parts.
  @inlinable @inline(__always)
  package static func exp(_ x: Double) -> Double {
    guard x.magnitude < 708 else { return expBeyondNormalRange(x, tail: 0) }
    let parts = expParts(x, tail: 0)
    return (parts.head + parts.tail) * powerOfTwo(shifted: parts.shifted)
  }

  /// e to the power of x, minus one, without loss of digits near zero.
  ///
  ///     e^x − 1 = (2^n − 1) + 2^n (r + r² q(r))
  ///
  /// Tends to `x` near zero, to -1 far below it. Largest error measured: EXPM1_ULP units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The exponential of `x`, less one.
  @inlinable @inline(__always)
  package static func expm1(_ x: Double) -> Double {
    guard x.magnitude < 37 else { return expm1FarFromZero(x) }
    let parts = expm1Parts(x)
    return x == 0 ? x : parts.head + parts.tail
  }

  /// One minus e to the power of −s, without loss of digits for small s.
  ///
  /// Tends to `s` near zero and to one far above it. Largest error measured: EXPM1_ULP units.
  ///
  /// - Parameter s: Any number; negative numbers give negative results.
  /// - Returns: The value of 1 − e^(−s).
  @inlinable @inline(__always)
  package static func oneMinusExp(minus s: Double) -> Double {
    -expm1(-s)
  }

  /// Ten to the power of x.
  ///
  ///     10^x = e^(x ln 10), the product in double-double
  ///
  /// Powers that are doubles (10^0 to 10^22) are exact. Overflows above 308.25, zero below -323.6.
  /// Largest error measured: EXP10_ULP units.
  ///
  /// - Parameter x: Any number; NaN gives NaN.
  /// - Returns: The power.
  @inlinable
  package static func exp10(_ x: Double) -> Double {
    guard x.magnitude < 400 else { return expBeyondNormalRange(x, tail: 0) }
    let product = DoubleDouble(product: x, 0x1.26bb1bbb55516p+1)
    return exp(product.head, tail: product.tail - x * 0x1.f48ad494ea3e9p-53)
  }

  /// The exponential of a number given in two parts.
  ///
  /// - Parameters:
  ///   - x: The number, rounded.
  ///   - tail: What the rounding left over.
  /// - Returns: The exponential of the sum.
  @inlinable @inline(__always)
  static func exp(_ x: Double, tail: Double) -> Double {
    guard x.magnitude < 708 else { return expBeyondNormalRange(x, tail: tail) }
    let parts = expParts(x, tail: tail)
    return (parts.head + parts.tail) * powerOfTwo(shifted: parts.shifted)
  }

  /// The remainder of the reduction by ln 2, and its exponential's curved part.
  ///
  /// - Parameters:
  ///   - x: A number of magnitude below 746.
  ///   - tail: A correction to `x`.
  /// - Returns: The integer n plus ``roundingShift``; the remainder's exact head; and the rest p such
  ///   that e^(x + tail) = 2^n (1 + head + rest).
  @inlinable @inline(__always)
  static func expReduction(
    _ x: Double, tail: Double
  ) -> (shifted: Double, head: Double, rest: Double) {
    let shifted = x * 0x1.71547652b82fep+0 + roundingShift
    let n = shifted - roundingShift
    let head = x - n * 0x1.62e42feep-1
    let low = tail - n * 0x1.a39ef35793c76p-33
    let r = head + low
    let r2 = r * r
    let r4 = r2 * r2
    let a = 0.5 + r * 0x1.5555555555556p-3
    let b = 0x1.5555555555555p-5 + r * 0x1.11111111109afp-7
    let c = 0x1.6c16c16c167dfp-10 + r * 0x1.a01a01a7c73c0p-13
    let d = 0x1.a01a01a47ccd9p-16 + r * 0x1.71de0da24602dp-19
    let e = 0x1.27e4e1ed9933ep-22 + r * 0x1.af38c67fbb53ep-26
    let upper = (c + r2 * d) + r4 * (e + r2 * 0x1.1f66eff4fc984p-29)
    let curve = (a + r2 * b) + r4 * upper
    return (shifted, head, r2 * curve + low)
  }

  /// The exponential, scaled by a power of two and not yet rounded.
  ///
  /// - Parameters:
  ///   - x: A number of magnitude below 746.
  ///   - tail: A correction to `x`.
  /// - Returns: The integer n plus ``roundingShift``, and two parts whose sum times 2^n is the
  ///   exponential.
  @inlinable @inline(__always)
  static func expParts(
    _ x: Double, tail: Double
  ) -> (shifted: Double, head: Double, tail: Double) {
    let (shifted, head, rest) = expReduction(x, tail: tail)
    let sum = DoubleDouble(large: 1, small: head)
    return (shifted, sum.head, sum.tail + rest)
  }

  /// The exponential less one, not yet rounded.
  ///
  /// - Parameter x: A number of magnitude below 60.
  /// - Returns: Two parts whose sum is e^x − 1 to about 2^-57 of its size.
  @inlinable @inline(__always)
  static func expm1Parts(_ x: Double) -> DoubleDouble {
    let (shifted, head, rest) = expReduction(x, tail: 0)
    let scale = powerOfTwo(shifted: shifted)
    let sum = DoubleDouble(large: scale - 1, small: scale * head)
    return DoubleDouble(head: sum.head, tail: sum.tail + scale * rest)
  }

  /// The exponential where 2^n or the result may leave the range of normal numbers.
  ///
  /// - Parameters:
  ///   - x: A number, rounded; also infinite or NaN.
  ///   - tail: What the rounding left over.
  /// - Returns: The exponential of the sum.
  @usableFromInline @inline(never)
  static func expBeyondNormalRange(_ x: Double, tail: Double) -> Double {
    guard x < 710 else { return x + .infinity }
    guard x > -746 else { return x.isNaN ? x : 0 }
    let parts = expParts(x, tail: tail)
    let n = parts.shifted - roundingShift
    let half = n < 0 ? -1000.0 : 1000.0
    let scaled = (parts.head + parts.tail) * powerOfTwo(shifted: n - half + roundingShift)
    return scaled * powerOfTwo(shifted: half + roundingShift)
  }

  /// The exponential less one where one of the two dominates.
  ///
  /// - Parameter x: A number of magnitude 37 and more; also infinite or NaN.
  /// - Returns: The exponential of `x`, less one.
  @usableFromInline @inline(never)
  static func expm1FarFromZero(_ x: Double) -> Double {
    exp(x) - 1
  }
}
